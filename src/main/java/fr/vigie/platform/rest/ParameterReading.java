package fr.vigie.platform.rest;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A code, number or instant in the query that is none is the caller's mistake, told at the
 * parameter; the server itself would answer that the page does not exist.
 */
@Provider
public class ParameterReading implements ParamConverterProvider {

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] notes) {
    String name =
        Arrays.stream(notes)
            .filter(QueryParam.class::isInstance)
            .map(note -> ((QueryParam) note).value())
            .findFirst()
            .orElse(null);
    if (name == null) {
      return null;
    }
    if (type.isEnum()) {
      return new Reading<>(name, text -> type.cast(code(type, text)));
    }
    if (type == Instant.class) {
      return new Reading<>(name, text -> type.cast(Instant.parse(text)));
    }
    return type == int.class ? new Reading<>(name, text -> number(text)) : null;
  }

  private static Object code(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  @SuppressWarnings("unchecked")
  private static <T> T number(String text) {
    return (T) Integer.valueOf(text);
  }

  private record Reading<T>(String name, Function<String, T> reader) implements ParamConverter<T> {
    @Override
    public T fromString(String text) {
      if (text == null || text.isBlank()) {
        return null;
      }
      try {
        return reader.apply(text.strip());
      } catch (IllegalArgumentException | DateTimeException none) {
        throw new UnreadableException(name, none);
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}
