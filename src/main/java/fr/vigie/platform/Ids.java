package fr.vigie.platform;

/** Ids as they stand in addresses and in the API: texts of digits. */
public final class Ids {
  private Ids() {}

  /** The id, or "not found" for what is no id at all. */
  public static Long parse(String type, String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException none) {
      throw new NotFoundException(type, text);
    }
  }
}
