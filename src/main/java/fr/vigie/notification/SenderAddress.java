package fr.vigie.notification;

import fr.vigie.platform.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address from which persons are written to: one of this installation, at a domain that they
 * know. Without one nothing leaves (domain.md §2.4, pitfall 19).
 */
@ApplicationScoped
public class SenderAddress {
  private static final Pattern AT_A_DOMAIN =
      Pattern.compile("[^\\s@<>]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

  @Inject
  @ConfigProperty(name = "vigie.notification.from")
  Optional<String> configured;

  /** The address, when it is one at a domain and names no care. */
  public Optional<String> known() {
    return configured.filter(SenderAddress::isAtADomain).filter(SenderAddress::isNeutral);
  }

  void mustBeKnown() {
    if (known().isEmpty()) {
      throw new RefusedException("notification.refused.noSender");
    }
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
