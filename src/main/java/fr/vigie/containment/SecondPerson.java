package fr.vigie.containment;

import fr.vigie.identity.Role;
import fr.vigie.identity.User;
import fr.vigie.identity.UserRepository;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Texts;
import fr.vigie.platform.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Wakes those who may decide as the second person: at night nobody looks at a desk. The mail says
 * which case, never which account.
 */
@ApplicationScoped
public class SecondPerson {
  @Inject UserRepository users;
  @Inject Outbox outbox;

  /**
   * @param what says which request it is, once for each
   * @param key family of the mail's words, {@code containment.mail.<key>}
   * @param hands who had a hand in it and does not decide
   */
  void isAwaited(Incident incident, String what, String key, Set<Long> hands, Object number) {
    Texts words = Texts.in(Locale.FRENCH);
    String subject =
        words.text("containment.mail." + key + ".subject", incident.getReference(), number);
    String body = words.text("containment.mail." + key + ".body", incident.getReference(), number);
    List<Long> lead = incident.getLead() == null ? List.of() : List.of(incident.getLead().getId());
    List<User> deciding =
        users.holders(
            Role.holding(Permission.CONTAINMENT_APPROVE), incident.getRegion().getCode(), lead);
    for (User person : deciding) {
      boolean reached = person.getEmail() != null && !person.getEmail().isBlank();
      if (reached && !hands.contains(person.getId())) {
        outbox.add(what + ":" + person.getId(), person.getEmail(), subject, body);
      }
    }
  }
}
