package fr.vigie.investigation;

import fr.vigie.platform.RefusedException;
import fr.vigie.reference.EmailAddress;
import fr.vigie.reference.Phone;

/**
 * An exact search in one list. Nothing of it is written down.
 *
 * @param text the name, number or address
 * @param firstName only with a name
 * @param birthDate ISO date, only with a name
 */
public record PersonSearch(By by, String text, String firstName, String birthDate) {

  /** What is searched by. */
  public enum By {
    NAME,
    PHONE,
    EMAIL,
    IPP
  }

  String hash(ListSeal seal, Long organisationId) {
    String hash =
        switch (by) {
          case NAME -> PersonHashes.identity(seal, text, firstName, birthDate);
          case PHONE -> Phone.parse(text).map(p -> seal.hash("phone", p.e164())).orElse(null);
          case EMAIL ->
              EmailAddress.parse(text).map(e -> PersonHashes.email(seal, e.value())).orElse(null);
          case IPP -> text.isBlank() ? null : PersonHashes.ipp(seal, organisationId, text);
        };
    if (hash == null) {
      throw RefusedException.at("text", "investigation.refused.search." + by);
    }
    return hash;
  }

  @Override
  public String toString() {
    return "PersonSearch[" + by + "]";
  }
}
