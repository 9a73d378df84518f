package fr.vigie.it;

import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.platform.persistence.Persistent;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Arguments for any method of a use case, so that none can be forgotten: what names a row is the
 * row under attack, everything else something plausible. A type without a recipe fails the test.
 *
 * @param reference the case's reference
 * @param id an id of a row of the case
 * @param region the case's region
 * @param rows ids by table: {@code waveId} is taken from {@code notification_wave}; where none
 *     fits, or when empty, it is {@code id}
 */
record Guesses(String reference, Long id, String region, Map<String, Long> rows) {
  static final String TEXT = "Texte d’essai";
  static final String BIRTH_DATE = "1980-05-17";
  private static final String ID = "Id";

  Guesses(String reference, Long id, String region) {
    this(reference, id, region, Map.of());
  }

  Object[] of(Parameter[] parameters) {
    Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      arguments[i] =
          in(parameters[i]).value(parameters[i].getName(), parameters[i].getParameterizedType());
    }
    return arguments;
  }

  /** Of kinds that end alike, the one of the act's own feature first: two have runs. */
  private Guesses in(Parameter parameter) {
    String type = parameter.getDeclaringExecutable().getDeclaringClass().getPackageName();
    String feature = type.substring(type.lastIndexOf('.') + 1);
    Map<String, Long> ordered = new LinkedHashMap<>();
    rows.entrySet().stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<String, Long> e) ->
                    !feature.startsWith(e.getKey().substring(0, (e.getKey() + "_").indexOf('_')))))
        .forEach(e -> ordered.put(e.getKey(), e.getValue()));
    return new Guesses(reference, id, region, ordered);
  }

  /** Whether a method names rows by something else than the reference. */
  static boolean hasId(Parameter[] parameters) {
    for (Parameter parameter : parameters) {
      if (mentionsId(parameter.getParameterizedType(), 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether each id that a method asks for is named after a kind of row that is known here. */
  boolean namesAll(Parameter[] parameters) {
    for (Parameter parameter : parameters) {
      Class<?> type = parameter.getType();
      boolean isId = type == Long.class || type == long.class;
      if (isId
          ? row(parameter.getName()).isEmpty()
          : mentionsId(parameter.getParameterizedType(), 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean mentionsId(Type type, int depth) {
    if (type == Long.class || type == long.class) {
      return true;
    }
    if (type instanceof ParameterizedType parameterized) {
      for (Type argument : parameterized.getActualTypeArguments()) {
        if (mentionsId(argument, depth + 1)) {
          return true;
        }
      }
    }
    if (depth < 4 && raw(type).isRecord() && isOurs(raw(type))) {
      for (RecordComponent component : raw(type).getRecordComponents()) {
        if (mentionsId(component.getGenericType(), depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private Object value(String name, Type type) {
    Class<?> raw = raw(type);
    if (raw == String.class) {
      return text(name.toLowerCase(Locale.ROOT));
    }
    if (raw == Long.class || raw == long.class) {
      return named(name);
    }
    if (raw == Set.class || raw == List.class || raw == java.util.Collection.class) {
      Object one = value(name, ((ParameterizedType) type).getActualTypeArguments()[0]);
      return raw == Set.class ? Set.of(one) : List.of(one);
    }
    if (raw == Map.class) {
      Type[] pair = ((ParameterizedType) type).getActualTypeArguments();
      return Map.of(value(name, pair[0]), value(name, pair[1]));
    }
    if (raw == Optional.class) {
      return Optional.of(value(name, ((ParameterizedType) type).getActualTypeArguments()[0]));
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    if (raw.isArray() && raw.getComponentType() == byte.class) {
      return TEXT.getBytes(StandardCharsets.UTF_8);
    }
    Object simple = simple(raw);
    return simple != null ? simple : made(raw);
  }

  private Long named(String name) {
    return row(name).orElse(id);
  }

  private Optional<Long> row(String names) {
    String name = names.endsWith(ID + "s") ? names.substring(0, names.length() - 1) : names;
    if (!name.endsWith(ID)) {
      return Optional.empty();
    }
    String row = name.substring(0, name.length() - ID.length()).toLowerCase(Locale.ROOT);
    return rows.entrySet().stream()
        .filter(e -> e.getKey().equals(row) || e.getKey().endsWith("_" + row))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private String text(String name) {
    if (name.contains("reference") || name.equals("other") || name.equals("ref")) {
      return reference;
    }
    if (name.contains("region")) {
      return region;
    }
    if (name.contains("categories")) {
      return "ETAT_CIVIL";
    }
    if (name.contains("birth")) {
      return BIRTH_DATE;
    }
    return name.contains("mail") ? "essai@example.org" : TEXT;
  }

  private static Object simple(Class<?> raw) {
    if (raw == int.class || raw == Integer.class) {
      return 1;
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return false;
    }
    if (raw == double.class || raw == Double.class) {
      return 1.0;
    }
    if (raw == char.class) {
      return ';';
    }
    if (raw == Charset.class) {
      return StandardCharsets.UTF_8;
    }
    if (raw == Instant.class) {
      return Instant.parse("2026-01-10T09:00:00Z");
    }
    if (raw == LocalDate.class) {
      return LocalDate.of(2026, 1, 10);
    }
    if (raw == ZoneId.class) {
      return ZoneOffset.UTC;
    }
    if (raw == Duration.class) {
      return Duration.ofMinutes(1);
    }
    if (raw == URI.class) {
      return URI.create("ldap://127.0.0.1");
    }
    if (raw == OptionalInt.class) {
      return OptionalInt.empty();
    }
    if (raw == DirectoryFault.class) {
      return new DirectoryFault(DirectoryFault.Kind.NOT_ABLE, TEXT);
    }
    if (raw == Locale.class) {
      return Locale.FRENCH;
    }
    if (raw == InputStream.class) {
      return new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    if (raw == Reader.class) {
      return new StringReader(TEXT);
    }
    if (raw == OutputStream.class) {
      return OutputStream.nullOutputStream();
    }
    if (raw == Writer.class) {
      return Writer.nullWriter();
    }
    if (raw == java.util.UUID.class) {
      return new java.util.UUID(1, 1);
    }
    if (JsonValue.class.isAssignableFrom(raw)) {
      return Json.createObjectBuilder().build();
    }
    return null;
  }

  /** A record by its components; a class by a named constructor ("known"), or its widest one. */
  private Object made(Class<?> raw) {
    try {
      if (raw.getSimpleName().equals("Moment")) {
        return raw.getMethod("known", Instant.class, ZoneId.class)
            .invoke(null, simple(Instant.class), ZoneOffset.UTC);
      }
      if (raw.getSimpleName().equals("Count")) {
        return raw.getMethod("known", long.class, Instant.class)
            .invoke(null, 1L, simple(Instant.class));
      }
      if (Persistent.class.isAssignableFrom(raw)) {
        return forged(raw);
      }
      if (raw.isInterface() && isFunctional(raw)) {
        return java.lang.reflect.Proxy.newProxyInstance(
            raw.getClassLoader(), new Class<?>[] {raw}, (proxy, method, arguments) -> null);
      }
      if (raw.isRecord()) {
        List<Object> values = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
          values.add(value(component.getName(), component.getGenericType()));
          types.add(component.getType());
        }
        Constructor<?> canonical = raw.getDeclaredConstructor(types.toArray(Class[]::new));
        canonical.setAccessible(true);
        return canonical.newInstance(values.toArray());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no recipe for " + raw, e);
    }
    throw new IllegalStateException("no recipe for an argument of " + raw + ": give it one here");
  }

  /** An entity that nobody gave out: it only claims to be the row. */
  private Object forged(Class<?> raw) throws ReflectiveOperationException {
    Constructor<?> empty = raw.getDeclaredConstructor();
    empty.setAccessible(true);
    Object entity = empty.newInstance();
    set(Persistent.class.getDeclaredField("id"), entity, id);
    for (Field field : raw.getDeclaredFields()) {
      if (field.getName().equals("reference")) {
        set(field, entity, reference);
      } else if (field.getName().equals("incident")) {
        set(field, entity, forged(field.getType()));
      }
    }
    return entity;
  }

  private static void set(Field field, Object entity, Object value) throws IllegalAccessException {
    field.setAccessible(true);
    field.set(entity, value);
  }

  private static boolean isFunctional(Class<?> raw) {
    return java.util.Arrays.stream(raw.getMethods())
            .filter(m -> java.lang.reflect.Modifier.isAbstract(m.getModifiers()))
            .count()
        == 1;
  }

  private static boolean isOurs(Class<?> raw) {
    return raw.getName().startsWith("fr.vigie");
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    return Object.class;
  }
}
