package fr.vigie.investigation;

import fr.vigie.investigation.PersonsDisclosure.Disclosed;
import java.util.Arrays;
import java.util.List;

/**
 * Two rows that may be about the same person, side by side.
 *
 * @param first null when the list has it no more
 * @param second the same
 * @param verdict null as long as nobody has decided
 * @param likeness by what they may be one; null once decided
 */
public record PersonPair(
    Disclosed first, Disclosed second, PersonVerdict verdict, Likeness likeness) {

  /** One field on both sides; empty is "not in the list". */
  public record Line(PersonField field, String first, String second) {

    public boolean isShared() {
      return !first.isEmpty() && Matching.words(first).equals(Matching.words(second));
    }

    /** Said on both sides, and not the same. */
    public boolean isDifferent() {
      return !first.isEmpty() && !second.isEmpty() && !isShared();
    }

    @Override
    public String toString() {
      return "Line[" + field + "]";
    }
  }

  /** Fields of which a side says something. */
  public List<Line> getLines() {
    return Arrays.stream(PersonField.values())
        .map(field -> new Line(field, said(first, field), said(second, field)))
        .filter(line -> !line.first().isEmpty() || !line.second().isEmpty())
        .toList();
  }

  public List<PersonField> shared() {
    return getLines().stream().filter(Line::isShared).map(Line::field).toList();
  }

  public List<PersonField> different() {
    return getLines().stream().filter(Line::isDifferent).map(Line::field).toList();
  }

  /** Rows of the pair, as a page gives them back: what is decided is what was shown. */
  public String getKey() {
    return first.row().getId() + "-" + second.row().getId();
  }

  private static String said(Disclosed side, PersonField field) {
    if (side == null) {
      return "";
    }
    PersonIdentity who = side.identity();
    return switch (field) {
      case BIRTH_NAME -> who.birthName();
      case USED_NAME -> who.usedName();
      case FIRST_NAMES -> who.firstNames();
      case BIRTH_DATE -> who.birthDate();
      case AGE -> who.age();
      case SEX -> who.sex();
      case PHONE -> who.phone();
      case EMAIL -> who.email();
      case ADDRESS -> who.address();
      case IPP -> who.ipp();
      case BIRTH_PLACE -> who.birthPlace();
      case INS, POSTCODE, TOWN, SITUATION, EXPOSURE, CATEGORIES -> "";
    };
  }
}
