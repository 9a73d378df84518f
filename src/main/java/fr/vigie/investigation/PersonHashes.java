package fr.vigie.investigation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a row can be found and compared by, without its content. The person key says which rows of
 * one controller are the same person: by the patient number when there is one (unique in the
 * controller's domain), else by names and birth date; with neither, a row only equals its own copy
 * and is never merged on name and age (pitfall 17).
 *
 * @param content changes when anything in the row changes
 * @param identity names and birth date; null without a full one
 */
record PersonHashes(
    Kind kind,
    String person,
    String content,
    String identity,
    String phone,
    String email,
    String ipp) {

  /** What the person key rests on. */
  enum Kind {
    IPP,
    IDENTITY,
    CONTENT
  }

  static PersonHashes of(PersonLine line, ListSeal seal, Long organisationId) {
    PersonIdentity who = line.identity();
    String content =
        seal.hash(
            "content",
            new String(who.toJson(), StandardCharsets.UTF_8)
                + line.exposure()
                + new java.util.TreeSet<>(line.situations())
                + DataCategory.write(line.categories()));
    String identity =
        identity(
            seal,
            who.birthName().isEmpty() ? who.usedName() : who.birthName(),
            who.firstNames(),
            who.birthDate());
    String ipp = who.ipp().isEmpty() ? null : ipp(seal, organisationId, who.ipp());
    String phone = line.hasPhone() ? seal.hash("phone", who.phone()) : null;
    String email = line.hasEmail() ? email(seal, who.email()) : null;
    if (ipp != null) {
      return new PersonHashes(Kind.IPP, ipp, content, identity, phone, email, ipp);
    }
    if (identity != null) {
      return new PersonHashes(Kind.IDENTITY, identity, content, identity, phone, email, null);
    }
    String bare = seal.hash("bare", new String(who.toJson(), StandardCharsets.UTF_8));
    return new PersonHashes(Kind.CONTENT, bare, content, null, phone, email, null);
  }

  /** Null unless both names name somebody and the birth date is known. */
  static String identity(ListSeal seal, String name, String firstNames, String birthDate) {
    if (birthDate.isEmpty() || Matching.namesNobody(name) || Matching.namesNobody(firstNames)) {
      return null;
    }
    String first = Matching.words(firstNames).split(" ")[0];
    return seal.hash("identity", Matching.words(name) + "|" + first + "|" + birthDate);
  }

  /** A patient number means nothing outside of its establishment. */
  static String ipp(ListSeal seal, Long organisationId, String ipp) {
    return seal.hash(
        "ipp", organisationId + "|" + ipp.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
  }

  static String email(ListSeal seal, String email) {
    return seal.hash("email", email.toLowerCase(Locale.ROOT));
  }
}
