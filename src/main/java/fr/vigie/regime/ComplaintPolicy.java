package fr.vigie.regime;

import fr.vigie.platform.RefusedException;
import java.text.Normalizer;
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
    String plain =
        Normalizer.normalize(reference, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    if (NO_COMPLAINT.matcher(plain).find()) {
      throw RefusedException.at("proof", "regime.refused.noComplaint");
    }
  }
}
