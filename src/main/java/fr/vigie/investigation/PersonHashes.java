package fr.vigie.investigation;

import fr.vigie.investigation.MatchKeys.Wide;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a row can be found and compared by, without its content. The person key says which rows of
 * one controller are the same person by themselves: by the patient number when there is one (unique
 * in the controller's domain), else by the five traits of a health identity, or by all names, birth
 * date and contacts alike; with none of it, a row is never merged (pitfall 17). {@link
 * PersonMatching} joins what different keys share.
 *
 * @param content changes when anything in the row changes
 * @param identity names and birth date; null without a full one
 * @param ins health identity; null when the list has none that is surely theirs
 */
record PersonHashes(
    Kind kind,
    String person,
    String content,
    String identity,
    String phone,
    String email,
    String ipp,
    String ins,
    MatchKeys keys) {

  /** What the person key rests on. */
  enum Kind {
    IPP,
    IDENTITY,
    CONTENT
  }

  /**
   * @param json the identity as it is sealed
   */
  static PersonHashes of(PersonLine line, byte[] json, ListSeal seal, Long organisationId) {
    PersonIdentity who = line.identity();
    String all = new String(json, StandardCharsets.UTF_8);
    String content =
        seal.hash(
            "content",
            all
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
    MatchKeys keys = MatchKeys.of(line, seal);
    Wide sure = keys.strict().isNone() ? keys.copied() : keys.strict();
    Kind kind = ipp != null ? Kind.IPP : sure.isNone() ? Kind.CONTENT : Kind.IDENTITY;
    return new PersonHashes(
        kind,
        switch (kind) {
          case IPP -> ipp;
          case IDENTITY -> seal.text(sure);
          case CONTENT -> seal.hash("bare", all);
        },
        content,
        identity,
        line.hasPhone() ? seal.hash("phone", who.phone()) : null,
        line.hasEmail() ? email(seal, who.email()) : null,
        ipp,
        line.ins().isEmpty() ? null : seal.hash("ins", line.ins()),
        keys);
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
    return seal.hash("email", Matching.email(email));
  }
}
