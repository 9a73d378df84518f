package fr.vigie.reference;

import fr.vigie.platform.RefusedException;

/** Texts as they are kept: stripped, without control characters, null when empty. */
final class Written {
  private static final int SHORT = 40;

  private Written() {}

  static String text(String field, String typed, int most) {
    if (typed == null) {
      return null;
    }
    String text = typed.replaceAll("\\p{Cntrl}+", " ").strip();
    if (text.length() > most) {
      throw RefusedException.at(field, "reference.refused.tooLong", most);
    }
    return text.isEmpty() ? null : text;
  }

  static String email(String field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return EmailAddress.parse(typed)
        .orElseThrow(() -> RefusedException.at(field, "reference.refused.email", shortened(typed)))
        .value();
  }

  static String phone(String field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return Phone.parse(typed)
        .orElseThrow(() -> RefusedException.at(field, "reference.refused.phone", shortened(typed)))
        .e164();
  }

  /** Enough of what was typed to recognise it in a message. */
  static String shortened(String typed) {
    String text = typed.replaceAll("\\p{Cntrl}+", " ").strip();
    return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
  }
}
