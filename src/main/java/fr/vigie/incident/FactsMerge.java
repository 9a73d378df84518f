package fr.vigie.incident;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Two people changed the same case: what the other saved, beside what this one typed. A fact that
 * this person left alone takes the saved value; a fact that both changed keeps what was typed, to
 * be saved again on purpose.
 *
 * @param merged what would be saved now
 * @param differences the facts that the other person changed
 */
public record FactsMerge(Facts merged, List<Difference> differences) {
  /**
   * One fact that somebody else changed meanwhile.
   *
   * @param field name of the component of {@link Facts}
   * @param mineKept true when this person had changed it too, otherwise the saved value is taken
   */
  public record Difference(String field, Object mine, Object saved, boolean mineKept) {}

  /**
   * @param base what this person had read
   * @param mine what this person wants
   * @param saved what stands in the case now
   */
  public static FactsMerge of(Facts base, Facts mine, Facts saved) {
    RecordComponent[] components = Facts.class.getRecordComponents();
    List<Difference> differences = new ArrayList<>();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object before = value(components[i], base);
      Object typed = value(components[i], mine);
      Object now = value(components[i], saved);
      boolean touched = !Objects.equals(typed, before);
      values[i] = touched ? typed : now;
      if (!Objects.equals(now, before) && !Objects.equals(now, typed)) {
        differences.add(new Difference(components[i].getName(), typed, now, touched));
      }
    }
    return new FactsMerge(make(components, values), List.copyOf(differences));
  }

  private static Object value(RecordComponent component, Facts facts) {
    try {
      return component.getAccessor().invoke(facts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Facts is a public record", e);
    }
  }

  private static Facts make(RecordComponent[] components, Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return Facts.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Facts is a public record", e);
    }
  }
}
