package fr.vigie.containment;

import fr.vigie.identity.Role;
import fr.vigie.identity.User;
import fr.vigie.identity.UserRepository;
import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Texts;
import fr.vigie.platform.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Tells what a machine saw of an account: in the main courante each change of state, and by mail
 * the one that must wake somebody, a blocked account seen open. The desk and the national view read
 * the state itself.
 */
@ApplicationScoped
public class AccountAlarm {
  @Inject UserRepository users;
  @Inject Outbox outbox;
  @Inject BlockingRepository queue;
  @Inject Event<CaseActDone> told;

  void moved(CompromisedAccount account, AccountState before, Instant at) {
    queue.add(AccountStep.seen(account, at));
    told.fire(
        new CaseActDone(
            account.getIncident(),
            account.getOrganisation(),
            "containment.journal.seen." + account.getState(),
            List.of(),
            at));
    if (account.getState() == AccountState.REOPENED) {
      wake(account, at);
    }
  }

  /** No name of an account in a mail: it says where to look. */
  private void wake(CompromisedAccount account, Instant at) {
    Incident incident = account.getIncident();
    Texts words = Texts.in(Locale.FRENCH);
    String subject = words.text("containment.mail.reopened.subject", incident.getReference());
    String body =
        words.text(
            "containment.mail.reopened.body",
            incident.getReference(),
            words.instant(at, incident.zone()) + " (" + incident.zone().getId() + ")",
            account.getPlace().getConnection().getName());
    for (User person : inCharge(account)) {
      if (person.getEmail() != null && !person.getEmail().isBlank()) {
        String key = "reopened:" + account.getId() + ":" + at.getEpochSecond();
        outbox.add(key + ":" + person.getId(), person.getEmail(), subject, body);
      }
    }
  }

  private List<User> inCharge(CompromisedAccount account) {
    List<Long> organisations =
        account.getOrganisation() == null ? List.of() : List.of(account.getOrganisation().getId());
    return users.holders(
        List.of(Role.REGIONAL_CISO, Role.REGIONAL_ANALYST, Role.CONTROLLER_DPO),
        account.getIncident().getRegion().getCode(),
        organisations);
  }
}
