package fr.vigie.notification;

import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From whom messages to persons come. The address is one of this installation, at a domain that
 * they know; without one nothing leaves (domain.md §2.4, pitfall 19). The name shown and the
 * address for answers are the controller's: patients of one hospital never see another.
 */
@ApplicationScoped
public class SenderAddress {
  private static final Pattern AT_A_DOMAIN =
      Pattern.compile("[^\\s@<>]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

  private static final Pattern ESTABLISHMENT =
      Pattern.compile("\\b(?:hopita(?:l|ux)|hospitali(?:er|ere)s?|cliniques?)\\b");

  @Inject
  @ConfigProperty(name = "vigie.notification.from")
  Optional<String> configured;

  /** The address, when it is one at a domain and names no care. */
  public Optional<String> known() {
    return configured.filter(SenderAddress::isAtADomain).filter(SenderAddress::isNeutral);
  }

  /**
   * How one controller stands on the outside of its messages.
   *
   * @param name empty when the only name known tells the care
   * @param replyTo empty when no address is known, or what stands before its domain tells the care
   */
  public record Shown(Optional<String> name, Optional<String> replyTo) {
    public static Shown of(Organisation controller) {
      String own = controller.getSenderName();
      String answers = controller.getReplyTo();
      return new Shown(
          Optional.of(own == null ? controller.getName() : own)
              .filter(name -> CareWords.in(withoutItsKind(name)).isEmpty()),
          Optional.ofNullable(answers == null ? controller.getDpoEmail() : answers)
              .filter(SenderAddress::isNeutral));
    }
  }

  /** That an establishment is a hospital or a clinic tells no care; its domain says it, too. */
  private static String withoutItsKind(String name) {
    return ESTABLISHMENT.matcher(PlainText.forWords(name)).replaceAll(" ");
  }

  /** As whom a wave leaves; nothing does without an address, or with nobody's name on it. */
  Shown mustBeKnown(Organisation controller) {
    if (known().isEmpty()) {
      throw new RefusedException("notification.refused.noSender");
    }
    Shown shown = Shown.of(controller);
    if (shown.name().isEmpty()) {
      throw new RefusedException("notification.refused.senderName", controller.getName());
    }
    return shown;
  }

  /** Whether what stands before the domain tells nothing of the care. */
  static boolean isNeutral(String address) {
    return CareWords.in(address.substring(0, address.lastIndexOf('@'))).isEmpty();
  }

  static boolean isAtADomain(String address) {
    String plain = address.strip().toLowerCase(Locale.ROOT);
    return AT_A_DOMAIN.matcher(plain).matches() && !plain.endsWith(".localdomain");
  }
}
