package fr.vigie.investigation.web;

import fr.vigie.investigation.PersonField;
import fr.vigie.investigation.ScopeImporting.Preview;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One column of a file and what the person says it is. */
public final class ColumnChoice implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int index;
  private final String heading;
  private final boolean forbidden;
  private PersonField field;

  private ColumnChoice(int index, String heading, boolean forbidden, PersonField field) {
    this.index = index;
    this.heading = heading;
    this.forbidden = forbidden;
    this.field = field;
  }

  static List<ColumnChoice> of(Preview preview) {
    List<ColumnChoice> choices = new ArrayList<>();
    for (int i = 0; i < preview.header().size(); i++) {
      int column = i;
      PersonField guessed =
          preview.guessed().columns().entrySet().stream()
              .filter(entry -> entry.getValue() == column)
              .map(java.util.Map.Entry::getKey)
              .findFirst()
              .orElse(null);
      choices.add(
          new ColumnChoice(i, preview.header().get(i), preview.forbidden().contains(i), guessed));
    }
    return choices;
  }

  public int getIndex() {
    return index;
  }

  public String getHeading() {
    return heading.isBlank() ? "—" : heading;
  }

  /** Holds health numbers: cannot be taken. */
  public boolean isForbidden() {
    return forbidden;
  }

  public PersonField getField() {
    return field;
  }

  /** Said by a person: the column holds qualified health identities, to be hashed. */
  public boolean isHashed() {
    return field == PersonField.INS;
  }

  public void setHashed(boolean hashed) {
    field = hashed ? PersonField.INS : null;
  }

  public void setField(PersonField field) {
    this.field = field;
  }
}
