package fr.vigie.declaration;

import java.io.Serializable;
import java.util.Locale;

/** Words of a form in both languages: they belong to the version of the form, not to a bundle. */
public record Label(String fr, String en) implements Serializable {
  private static final long serialVersionUID = 1L;

  public String in(Locale locale) {
    return locale != null && Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : fr;
  }
}
