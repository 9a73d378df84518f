package fr.vigie.reference;

/** What people type is text, not a pattern: {@code like ... escape '!'}. */
final class LikePattern {
  private LikePattern() {}

  static String escaped(String typed) {
    return typed.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
