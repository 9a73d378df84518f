package fr.vigie.notification.web;

import fr.vigie.identity.People;
import fr.vigie.notification.Exempting;
import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.NotificationWave;
import fr.vigie.notification.ProposedExemption;
import fr.vigie.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The exemption of a wave that waits for a second person. */
@Named
@RequestScoped
public class NotificationExemption {
  @Inject @Param String ref;
  @Inject @Param Long wave;
  @Inject NotificationFile file;
  @Inject Exempting exempting;
  @Inject People people;
  @Inject Messages messages;

  private NotificationWave shown;
  private String seen;

  private NotificationWave shown() {
    if (shown == null) {
      shown = file.wave(wave).wave();
    }
    return shown;
  }

  public ProposedExemption getProposed() {
    return shown().getExemption();
  }

  public String getAuthor() {
    Long id = getProposed().getProposedBy();
    return people.names(List.of(id)).getOrDefault(id, id.toString());
  }

  /** The wave as it was when the page was shown. */
  public String getSeen() {
    return seen == null ? shown().seen() : seen;
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }

  public String approve() {
    exempting.approve(wave, seen);
    return done("notification.done.exempted");
  }

  public String withdraw() {
    exempting.withdraw(wave);
    return done("notification.done.exemptionWithdrawn");
  }

  private String done(String key) {
    messages.done(key, shown().getNumber());
    return "/notification/wave.xhtml?faces-redirect=true&ref=" + ref + "&wave=" + wave;
  }
}
