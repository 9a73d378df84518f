package fr.vigie.notification;

import fr.vigie.investigation.AffectedPerson;
import fr.vigie.investigation.Situation;
import java.util.Optional;

/** Why a message waits for a person's decision (domain.md §2.5, pitfall 18), gravest first. */
public enum HeldFor {
  DECEASED,
  SECRECY,
  MINOR,
  PROTECTED,
  NO_EMAIL;

  static Optional<HeldFor> of(AffectedPerson person) {
    for (HeldFor reason : values()) {
      boolean applies =
          reason == NO_EMAIL
              ? !person.isWithEmail()
              : person.getSituations().contains(Situation.valueOf(reason.name()));
      if (applies) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  /** Even by decision, no e-mail leaves for such a person. */
  boolean neverByMail() {
    return this == DECEASED || this == NO_EMAIL || this == SECRECY;
  }
}
