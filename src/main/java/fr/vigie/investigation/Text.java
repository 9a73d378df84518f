package fr.vigie.investigation;

import fr.vigie.platform.RefusedException;

/** A text that a person had to write. */
final class Text {
  private Text() {}

  static String check(String field, String text, int least, int most) {
    String stripped = text == null ? "" : text.strip();
    if (stripped.length() < least) {
      throw RefusedException.at(field, "investigation.refused.empty");
    }
    if (stripped.length() > most) {
      throw RefusedException.at(field, "investigation.refused.tooLong", most, stripped.length());
    }
    return stripped;
  }
}
