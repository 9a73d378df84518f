package fr.vigie.regime;

import fr.vigie.platform.Accents;
import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Organisation;
import java.util.Locale;
import java.util.regex.Pattern;

/** What proves a complaint: a 17Cyber chat or a pre-complaint online does not (pitfall 30). */
final class ComplaintPolicy {
  private static final Pattern NO_COMPLAINT =
      Pattern.compile("17 ?cyber|pre-? ?plainte|\\bt?chat\\b");

  private ComplaintPolicy() {}

  /**
   * @throws RefusedException at {@code proof} when the reference names what is no complaint
   */
  static void check(String reference) {
    if (NO_COMPLAINT.matcher(plain(reference)).find()) {
      throw RefusedException.at("proof", "regime.refused.noComplaint");
    }
  }

  /** Whether a proof says that this organisation complained. */
  static boolean names(String proof, Organisation organisation) {
    return proof != null && plain(proof).contains(plain(organisation.getName()));
  }

  private static String plain(String text) {
    return Accents.without(text).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
