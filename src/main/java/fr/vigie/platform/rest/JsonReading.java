package fr.vigie.platform.rest;

import fr.vigie.platform.time.TimeBounds;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** Reads bodies strictly: a number is whole or refused, a time lies within {@link TimeBounds}. */
@Provider
public class JsonReading implements ContextResolver<Jsonb> {
  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig().withDeserializers(new Whole(), new Few(), new Time(), new Day()));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }

  /** Persons and records are counted, not measured. */
  static final class Whole implements JsonbDeserializer<Long> {
    @Override
    public Long deserialize(JsonParser parser, DeserializationContext context, Type type) {
      return JsonReading.<Long>read(parser.getString(), Long::valueOf);
    }
  }

  /** The same where a small number is enough. */
  static final class Few implements JsonbDeserializer<Integer> {
    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context, Type type) {
      return JsonReading.<Integer>read(parser.getString(), Integer::valueOf);
    }
  }

  /** ISO 8601 in UTC. */
  static final class Time implements JsonbDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context, Type type) {
      Instant at = read(parser.getString(), Instant::parse);
      return within(TimeBounds.contain(at), at);
    }
  }

  /** ISO 8601. */
  static final class Day implements JsonbDeserializer<LocalDate> {
    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context, Type type) {
      LocalDate day = read(parser.getString(), LocalDate::parse);
      return within(TimeBounds.contain(day), day);
    }
  }

  private static <T> T within(boolean fits, T time) {
    if (!fits) {
      throw new JsonbException("Out of bounds");
    }
    return time;
  }

  private static <T> T read(String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (DateTimeException | NumberFormatException | JsonException malformed) {
      throw new JsonbException("Malformed", malformed);
    }
  }
}
