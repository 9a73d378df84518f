package fr.vigie.containment;

import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.Probe;
import fr.vigie.platform.persistence.EncryptedText;
import fr.vigie.platform.persistence.KeyRing;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * When an account is looked at in its directory, and what the looks said. A node that works on it
 * holds a lease; when it dies, the lease runs out and another goes on.
 */
@Embeddable
public class AccountWatch implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The last look that got an answer. */
  @Column(name = "looked_at")
  private Instant lookedAt;

  /** Why the latest look got none; null when it did. */
  @Enumerated(EnumType.STRING)
  @Column(name = "look_fault")
  private DirectoryFault.Kind lookFault;

  @Column(name = "look_tries")
  private int lookTries;

  /** When the machine turns to it next; null: never. */
  @Column(name = "next_look_at")
  private Instant nextLookAt;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  /** What is tried at each look, sealed. */
  @Column(name = "probe")
  private String sealedProbe;

  protected AccountWatch() {}

  static AccountWatch none() {
    return new AccountWatch();
  }

  void turnTo(Instant at) {
    nextLookAt = at;
  }

  void stop() {
    nextLookAt = null;
    leaseUntil = null;
    sealedProbe = null;
  }

  void lease(Instant until) {
    leaseUntil = until;
  }

  boolean isLeased(Instant until, Instant now) {
    return until.equals(leaseUntil) && now.isBefore(leaseUntil);
  }

  void looked(Instant at) {
    lookedAt = at;
    lookFault = null;
    lookTries = 0;
  }

  /** Nobody could look; again later, and later each time (5 minutes to 1 hour). */
  void notLooked(DirectoryFault.Kind fault, Instant now) {
    lookFault = fault;
    lookTries++;
    long minutes = Math.min(60, 5L << Math.min(4, lookTries - 1));
    nextLookAt = now.plus(Duration.ofMinutes(minutes));
  }

  void free() {
    leaseUntil = null;
  }

  void keep(Probe probe, KeyRing ring, String context) {
    sealedProbe =
        ring.encrypt(probe.secret() + "\n" + probe.token(), "compromised_account.probe/" + context)
            .envelope();
  }

  Probe probe(KeyRing ring, String context) {
    if (sealedProbe == null) {
      return Probe.NONE;
    }
    String[] parts =
        ring.decrypt(new EncryptedText(sealedProbe), "compromised_account.probe/" + context)
            .split("\n", 2);
    return new Probe(parts[0], parts[1]);
  }

  public Instant getLookedAt() {
    return lookedAt;
  }

  public DirectoryFault.Kind getLookFault() {
    return lookFault;
  }

  public Instant getNextLookAt() {
    return nextLookAt;
  }
}
