package fr.vigie.investigation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a column of a list may hold, and the headings it usually has. */
public enum PersonField {
  BIRTH_NAME(
      "NOM DE NAISSANCE",
      "NOM NAISSANCE",
      "NOM PATRONYMIQUE",
      "NOM DE FAMILLE",
      "NOM",
      "BIRTH NAME",
      "LAST NAME",
      "LASTNAME",
      "SURNAME",
      "FAMILY NAME",
      "NOMNAISSANCE"),
  USED_NAME(
      "NOM D USAGE",
      "NOM USAGE",
      "NOM UTILISE",
      "NOM MARITAL",
      "NOM EPOUSE",
      "NOM USUEL",
      "USED NAME"),
  FIRST_NAMES(
      "PRENOM",
      "PRENOMS",
      "PRENOM S",
      "PREMIER PRENOM",
      "PRENOM USUEL",
      "PRENOMS DE NAISSANCE",
      "FIRST NAME",
      "FIRST NAMES",
      "FIRSTNAME",
      "GIVEN NAME"),
  BIRTH_DATE(
      "DATE DE NAISSANCE",
      "DATE NAISSANCE",
      "DDN",
      "DNAIS",
      "NE LE",
      "NEE LE",
      "NE E LE",
      "NAISSANCE",
      "DATENAISSANCE",
      "BIRTH DATE",
      "BIRTHDATE",
      "DATE OF BIRTH",
      "DOB"),
  BIRTH_PLACE(
      "CODE LIEU DE NAISSANCE",
      "CODE LIEU NAISSANCE",
      "CODE COMMUNE NAISSANCE",
      "CODE COMMUNE DE NAISSANCE",
      "CODE INSEE NAISSANCE",
      "CODE INSEE LIEU NAISSANCE",
      "COG NAISSANCE",
      "COG",
      "BIRTH PLACE CODE"),
  AGE("AGE", "AGE ANS"),
  SEX("SEXE", "GENRE", "SEX", "GENDER"),
  PHONE(
      "TELEPHONE",
      "TEL",
      "TEL MOBILE",
      "TELEPHONE MOBILE",
      "TELEPHONE PORTABLE",
      "PORTABLE",
      "MOBILE",
      "NUMERO DE TELEPHONE",
      "N DE TELEPHONE",
      "PHONE",
      "PHONE NUMBER"),
  EMAIL(
      "EMAIL",
      "E MAIL",
      "MAIL",
      "COURRIEL",
      "ADRESSE ELECTRONIQUE",
      "ADRESSE MAIL",
      "ADRESSE EMAIL",
      "ADRESSE E MAIL",
      "MEL"),
  ADDRESS(
      "ADRESSE", "ADRESSE POSTALE", "ADRESSE COMPLETE", "DOMICILE", "ADDRESS", "POSTAL ADDRESS"),
  /** Joined to the address, so that a letter has its last line. */
  POSTCODE("CODE POSTAL", "CP", "CODEPOSTAL", "POSTCODE", "POSTAL CODE", "ZIP", "ZIP CODE"),
  TOWN("VILLE", "COMMUNE", "LOCALITE", "BUREAU DISTRIBUTEUR", "TOWN", "CITY"),
  IPP(
      "IPP",
      "PATIENT IPP",
      "IDENTIFIANT PATIENT",
      "ID PATIENT",
      "NUMERO PATIENT",
      "N PATIENT",
      "PATIENT ID",
      "IDENTIFIANT PERMANENT"),
  /** National health identity: hashed with a key as it is read, kept nowhere; never guessed. */
  INS,
  SITUATION("SITUATION", "SITUATION PARTICULIERE", "STATUT", "PARTICULARITE", "SITUATIONS"),
  EXPOSURE("EXPOSITION", "NIVEAU D EXPOSITION", "NIVEAU", "EXPOSURE"),
  CATEGORIES("CATEGORIES", "CATEGORIES DE DONNEES", "DONNEES", "DATA CATEGORIES");

  private final List<String> headings;

  PersonField(String... headings) {
    this.headings = List.of(headings);
  }

  /** Best guess for a heading that no other column has taken. */
  static Optional<PersonField> guess(String heading, Set<PersonField> taken) {
    String words = Matching.words(heading.replace('_', ' '));
    for (PersonField field : values()) {
      if (!taken.contains(field)
          && (field.headings.contains(words) || field.name().equals(heading.strip()))) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
