package fr.vigie.investigation;

/** By what two rows may be about one person, the most telling first (domain.md §7.7). */
public enum Likeness {
  /** The same health identity number, with another first name or birth date. */
  HEALTH_IDENTITY,
  /** The same names, in whatever order, and birth date: homonyms have them, too. */
  NAMES_AND_BIRTH,
  /** Level 3: first name, birth date and contact; a name changed or misspelt. */
  FIRST_NAME_BIRTH_CONTACT,
  /** Name, birth date, contact and a first name that sounds alike; twins have them, too. */
  NAME_BIRTH_CONTACT,
  /** Level 4: names and contact, while the birth date lacks or differs. */
  NAMES_AND_CONTACT
}
