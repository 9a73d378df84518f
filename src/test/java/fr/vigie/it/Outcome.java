package fr.vigie.it;

import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What a caller can tell from an answer, as text: two equal ones cannot be told apart. */
final class Outcome {
  static final String NOT_FOUND = "not found";
  private static final int DEEPEST = 6;

  private Outcome() {}

  static String of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotFoundException) {
        return NOT_FOUND;
      }
      if (cause instanceof RefusedException refused) {
        return "refused " + refused.key() + refused.arguments();
      }
    }
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "fault " + root.getClass().getName() + " at " + where(root);
  }

  private static String where(Throwable root) {
    for (StackTraceElement element : root.getStackTrace()) {
      if (element.getClassName().startsWith("fr.vigie") && element.getLineNumber() > 0) {
        return element.getFileName() + ":" + element.getLineNumber();
      }
    }
    return String.valueOf(root.getMessage());
  }

  static String shape(Object value) {
    return shape(value, 0);
  }

  private static String shape(Object value, int depth) {
    if (value == null) {
      return "nothing";
    }
    if (depth > DEEPEST) {
      return "…";
    }
    if (value instanceof Optional<?> maybe) {
      return maybe.map(inner -> shape(inner, depth + 1)).orElse("nothing");
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(one -> shape(one, depth + 1)).toList().toString();
    }
    if (value instanceof Map<?, ?> map) {
      StringBuilder text = new StringBuilder("{");
      map.forEach((k, v) -> text.append(k).append('=').append(shape(v, depth + 1)).append(' '));
      return text.append('}').toString();
    }
    if (value instanceof Persistent row) {
      return row.getClass().getSimpleName() + "#" + row.getId();
    }
    if (value instanceof Record) {
      return fields(value, depth);
    }
    if (value instanceof byte[] bytes) {
      return bytes.length + " bytes";
    }
    return value.getClass().getName().startsWith("java.") || value.getClass().isEnum()
        ? value.toString()
        : value.getClass().getSimpleName();
  }

  private static String fields(Object value, int depth) {
    StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append('(');
    try {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        text.append(component.getName()).append('=');
        text.append(shape(accessor.invoke(value), depth + 1)).append(' ');
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return text.append(')').toString();
  }
}
