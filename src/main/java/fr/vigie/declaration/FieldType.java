package fr.vigie.declaration;

/** What a field of a form takes. */
public enum FieldType {
  TEXT,
  LONGTEXT,
  CHOICE,
  CHOICES,
  DATETIME,
  /** One number, or least, likeliest and most. */
  COUNT,
  YESNO;

  public boolean isChoice() {
    return this == CHOICE || this == CHOICES || this == YESNO;
  }

  public boolean isText() {
    return this == TEXT || this == LONGTEXT;
  }
}
