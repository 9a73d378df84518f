package fr.vigie.declaration.rest;

import fr.vigie.platform.NotFoundException;

/** Ids travel as text; what is no id is nobody's. */
final class Ids {
  private Ids() {}

  static Long id(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw new NotFoundException("id", text);
    }
    return Long.valueOf(text);
  }
}
