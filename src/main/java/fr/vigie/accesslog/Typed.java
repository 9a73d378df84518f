package fr.vigie.accesslog;

import fr.vigie.platform.RefusedException;

/** Texts as a person typed them. */
final class Typed {
  private Typed() {}

  /** The text without outer blanks, of an allowed length. */
  static String text(String field, String typed, int least, int most) {
    String text = typed == null ? "" : typed.strip();
    if (text.length() < least) {
      throw RefusedException.at(field, "accesslog.refused.empty");
    }
    if (text.length() > most) {
      throw RefusedException.at(field, "accesslog.refused.tooLong", most, text.length());
    }
    return text;
  }
}
