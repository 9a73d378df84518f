package fr.vigie.accesslog.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a column of an access log may hold, and the headings it usually has (domain.md §8.3). */
public enum LogField {
  TIME(
      "TIMESTAMP",
      "TIME",
      "DATE",
      "DATETIME",
      "DATE HEURE",
      "HORODATAGE",
      "DATE ET HEURE",
      "DATE ACCES",
      "EVENT TIME"),
  ACCOUNT(
      "USER LOGIN",
      "LOGIN",
      "USER",
      "USERNAME",
      "USER ID",
      "UTILISATEUR",
      "COMPTE",
      "IDENTIFIANT",
      "ACCOUNT",
      "ACTEUR"),
  RPPS("RPPS", "NUMERO RPPS", "IDENTIFIANT PS", "ID PS", "ID NAT PS"),
  ORGANISATION("ORG FINESS", "FINESS", "ETABLISSEMENT", "ORGANISATION", "ORG", "STRUCTURE"),
  ADDRESS("CLIENT IP", "IP", "ADRESSE IP", "IP CLIENT", "IP ADDRESS", "REMOTE ADDR", "ADRESSE"),
  SESSION("SESSION ID", "SESSION", "ID SESSION", "SID", "JETON"),
  ACTION("ACTION", "OPERATION", "EVENEMENT", "EVENT", "TYPE ACTION", "TYPE", "ACTE"),
  PATIENT(
      "PATIENT IPP",
      "IPP",
      "PATIENT",
      "PATIENT ID",
      "ID PATIENT",
      "IDENTIFIANT PATIENT",
      "NUMERO PATIENT"),
  DOMAIN("PATIENT DOMAIN", "DOMAINE", "DOMAINE PATIENT", "DOMAIN", "OID", "AUTORITE AFFECTATION"),
  OBJECT("OBJECT", "OBJET", "RESSOURCE", "RESOURCE", "DOCUMENT", "CIBLE", "URL"),
  RESULT("RESULT", "RESULTAT", "STATUT", "STATUS", "OUTCOME", "CODE RETOUR"),
  ROWS("ROWS RETURNED", "ROWS", "NB RESULTATS", "NOMBRE DE RESULTATS", "NB LIGNES", "LIGNES"),
  USER_AGENT("USER AGENT", "AGENT", "NAVIGATEUR", "UA");

  private final List<String> headings;

  LogField(String... headings) {
    this.headings = List.of(headings);
  }

  /** Best guess for a heading that no other column has taken. */
  static Optional<LogField> guess(String heading, Set<LogField> taken) {
    String words = AccessAction.key(heading).replaceAll("[^A-Z0-9]+", " ").strip();
    for (LogField field : values()) {
      if (!taken.contains(field) && field.headings.contains(words)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
