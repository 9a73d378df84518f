package fr.vigie.declaration;

import java.io.Serializable;
import java.util.List;

/** A screen of the portal. */
public record FormSection(String code, Label label, List<FormField> fields)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public FormSection {
    fields = List.copyOf(fields);
  }

  public List<FormField> fields(DeclarationType type) {
    return fields.stream().filter(field -> field.isAskedIn(type)).toList();
  }
}
