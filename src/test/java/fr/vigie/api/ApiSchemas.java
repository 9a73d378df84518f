package fr.vigie.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Schemas of the bodies: records become named schemas, everything else stands in its place. */
final class ApiSchemas {
  private final Map<String, Class<?>> taken = new TreeMap<>();
  private final Map<String, Object> named = new TreeMap<>();

  /** Every named schema that was asked for, in the order of names. */
  Map<String, Object> named() {
    return named;
  }

  Map<String, Object> of(Type type) {
    return of(type, Map.of());
  }

  private Map<String, Object> of(Type type, Map<String, Type> variables) {
    if (type instanceof TypeVariable<?> variable) {
      return of(variables.get(variable.getName()), variables);
    }
    Type[] arguments =
        type instanceof ParameterizedType p ? p.getActualTypeArguments() : new Type[0];
    Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    if (Collection.class.isAssignableFrom(raw)) {
      return map("type", "array", "items", of(arguments[0], variables));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map("type", "object", "additionalProperties", of(arguments[1], variables));
    }
    if (Optional.class == raw) {
      return of(arguments[0], variables);
    }
    if (raw.isRecord()) {
      return map("$ref", "#/components/schemas/" + record(raw, arguments));
    }
    return simple(raw);
  }

  private static Map<String, Object> simple(Class<?> raw) {
    if (raw.isEnum()) {
      return map(
          "type",
          "string",
          "enum",
          Arrays.stream(raw.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList());
    }
    return switch (raw.getSimpleName()) {
      case "String" -> map("type", "string");
      case "boolean", "Boolean" -> map("type", "boolean");
      case "int", "Integer" -> map("type", "integer", "format", "int32");
      case "long", "Long" -> map("type", "integer", "format", "int64");
      case "Object" -> map();
      default -> special(raw);
    };
  }

  private static Map<String, Object> special(Class<?> raw) {
    if (raw == Instant.class) {
      return map("type", "string", "format", "date-time");
    }
    if (raw == LocalDate.class) {
      return map("type", "string", "format", "date");
    }
    if (raw == Duration.class) {
      return map("type", "string", "format", "duration");
    }
    if (raw == BigDecimal.class) {
      return map("type", "number");
    }
    throw new IllegalStateException("no schema for " + raw + ": give it one here");
  }

  private String record(Class<?> raw, Type... arguments) {
    StringBuilder name = new StringBuilder(raw.getSimpleName());
    Map<String, Type> variables = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      variables.put(raw.getTypeParameters()[i].getName(), arguments[i]);
      name.append("Of").append(((Class<?>) arguments[i]).getSimpleName());
    }
    Class<?> before = taken.putIfAbsent(name.toString(), raw);
    if (before != null && before != raw) {
      throw new IllegalStateException(
          before.getName() + " and " + raw.getName() + " have the same name: rename one");
    }
    if (before == null) {
      named.put(name.toString(), content(raw, variables));
    }
    return name.toString();
  }

  private Map<String, Object> content(Class<?> raw, Map<String, Type> variables) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : raw.getRecordComponents()) {
      Map<String, Object> schema = of(component.getGenericType(), variables);
      Field field = field(raw, component.getName());
      limits(field, schema);
      Schema said = field.getAnnotation(Schema.class);
      if (said != null && !said.format().isEmpty()) {
        schema.put("format", said.format());
      }
      if (field.isAnnotationPresent(NotNull.class) || said != null && said.required()) {
        required.add(component.getName());
      }
      properties.put(component.getName(), schema);
    }
    Map<String, Object> content = map("type", "object");
    if (!required.isEmpty()) {
      content.put("required", required);
    }
    content.put("properties", properties);
    return content;
  }

  /** Lengths that the annotations promise. */
  static void limits(AnnotatedElement element, Map<String, Object> schema) {
    Size size = element.getAnnotation(Size.class);
    if (size != null && size.min() > 0) {
      schema.put("minLength", size.min());
    }
    if (size != null && size.max() < Integer.MAX_VALUE) {
      schema.put("maxLength", size.max());
    }
  }

  private static Field field(Class<?> raw, String name) {
    try {
      return raw.getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keys and values in turn, in this order. */
  static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
