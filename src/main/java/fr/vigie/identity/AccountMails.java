package fr.vigie.identity;

import fr.vigie.platform.Texts;
import fr.vigie.platform.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/** Tells people by mail what somebody else did to their account, or waits for them. No links. */
@ApplicationScoped
public class AccountMails {
  @Inject Outbox outbox;
  @Inject Clock clock;

  void passwordReset(User user) {
    send("reset", user, user.getEmail(), "passwordReset", user.getLogin());
  }

  void deactivated(User user) {
    send("closed", user, user.getEmail(), "deactivated", user.getLogin());
  }

  /** To the address that is no longer the person's: its holder must learn it from there. */
  void emailChanged(User user, String before) {
    send("moved", user, before, "emailChanged", user.getLogin());
  }

  void roleTaken(User user, Role role) {
    String word = Texts.in(Locale.FRENCH).text("identity.role." + role.name());
    send("taken", user, user.getEmail(), "roleTaken", user.getLogin(), word);
  }

  void roleAsked(GrantProposal proposal, User decider, String askedBy, String rows) {
    Texts words = Texts.in(Locale.FRENCH);
    String role = words.text("identity.role." + proposal.getRole().name());
    send(
        "grant:" + proposal.getId(),
        decider,
        decider.getEmail(),
        "roleAsked",
        proposal.getUser().getDisplayName(),
        rows.isEmpty() ? role : role + ", " + rows,
        askedBy);
  }

  private void send(String key, User user, String address, String kind, Object... facts) {
    if (address == null || address.isBlank()) {
      return;
    }
    Texts words = Texts.in(Locale.FRENCH);
    outbox.add(
        "account:" + key + ":" + user.getId() + ":" + clock.instant(),
        address,
        words.text("identity.mail.subject." + kind, facts),
        words.text("identity.mail.body." + kind, facts));
  }
}
