package fr.vigie.investigation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On what evidence a person is in the list (domain.md §8.4). */
public enum Exposure {
  /** Exported, downloaded, printed, or found in published data. */
  EXFILTRATED,
  /** Record opened by a hostile session. */
  VIEWED,
  /** Shown in a result list: displaying identity data is disclosure. */
  LISTED,
  /** Within reach of the account, result unknown: belongs to the upper bound only. */
  EXPOSED,
  /** Access by the real holder, proven: not counted, the proof is kept. */
  LEGITIMATE,
  /** Outside of the window or the perimeter. */
  EXCLUDED;

  /** Proven: belongs to the lower bound. */
  public boolean isProven() {
    return this == EXFILTRATED || this == VIEWED || this == LISTED;
  }

  /** Is told; when exfiltration cannot be excluded, the exposed are told, too. */
  public boolean isInformed() {
    return isProven() || this == EXPOSED;
  }

  /** Reads a code, in any case. */
  public static Optional<Exposure> parse(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(exposure -> exposure.name().equals(code)).findFirst();
  }
}
