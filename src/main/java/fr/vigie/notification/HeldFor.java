package fr.vigie.notification;

import fr.vigie.investigation.AffectedPerson;
import fr.vigie.investigation.Situation;
import java.util.Optional;
import java.util.Set;

/** Why a message waits for a person's decision (domain.md §2.5, pitfall 18), gravest first. */
public enum HeldFor {
  DECEASED,
  SECRECY,
  MINOR,
  PROTECTED,
  NO_EMAIL,
  /** The merged text is not fit to be sent, e.g. a first name lacks. */
  UNFIT;

  static Optional<HeldFor> of(AffectedPerson person) {
    return of(person.getSituations(), person.isWithEmail());
  }

  static Optional<HeldFor> of(Set<Situation> situations, boolean withEmail) {
    if (situations.contains(Situation.DECEASED)) {
      return Optional.of(DECEASED);
    }
    if (situations.contains(Situation.SECRECY)) {
      return Optional.of(SECRECY);
    }
    if (situations.contains(Situation.MINOR)) {
      return Optional.of(MINOR);
    }
    if (situations.contains(Situation.PROTECTED)) {
      return Optional.of(PROTECTED);
    }
    return withEmail ? Optional.empty() : Optional.of(NO_EMAIL);
  }

  /** Even by decision, no e-mail leaves for such a person. */
  boolean neverByMail() {
    return this == DECEASED || this == NO_EMAIL || this == SECRECY;
  }
}
