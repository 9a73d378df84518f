package fr.vigie.declaration;

import java.util.ArrayList;
import java.util.List;

/**
 * A field where the declaration and today's facts do not say the same.
 *
 * @param written what the declaration says, or null
 * @param fact what the case says today, or null
 */
public record Difference(FormField field, FieldValue written, FieldValue fact) {

  static List<Difference> between(FormSchema schema, Declaration declaration, Payload facts) {
    List<Difference> found = new ArrayList<>();
    Payload written = declaration.payload();
    for (FormField field : schema.fields(declaration.getType())) {
      FieldValue there = written.get(field.code()).orElse(null);
      FieldValue now = facts.get(field.code()).orElse(null);
      boolean same = now == null || now.saysTheSameAs(there);
      boolean nothingNew = now != null && now.isUnknown() && there != null;
      if (!same && !nothingNew && !isAboutTheFiling(field)) {
        found.add(new Difference(field, there, now));
      }
    }
    return found;
  }

  /** Whether it is complete or late belongs to a filing, not to the facts. */
  private static boolean isAboutTheFiling(FormField field) {
    return field.source().startsWith("filing.");
  }

  /** A person wrote it against the facts, for a reason. */
  public boolean isOverridden() {
    return written != null && written.origin() == FieldValue.Origin.OVERRIDE;
  }
}
