package fr.vigie.notification.web;

import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.Notifying;
import fr.vigie.notification.TemplateWriting;
import fr.vigie.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The notification tab of a case: each controller's message and waves. */
@Named
@RequestScoped
public class IncidentNotificationTab {
  @Inject @Param String ref;
  @Inject NotificationFile file;
  @Inject TemplateWriting writing;
  @Inject Notifying notifying;
  @Inject Messages messages;

  private List<NotificationFile.Part> parts;

  public List<NotificationFile.Part> getParts() {
    if (parts == null) {
      parts = file.parts(ref);
    }
    return parts;
  }

  /** Opens a draft and goes to it. */
  public String write(Long involvement) {
    writing.open(involvement);
    return "/notification/template.xhtml?faces-redirect=true&ref="
        + ref
        + "&involvement="
        + involvement;
  }

  /** Builds a wave and goes to it. */
  public String build(Long involvement) {
    var wave = notifying.build(involvement);
    messages.done("notification.done.built", wave.getNumber());
    return "/notification/wave.xhtml?faces-redirect=true&ref=" + ref + "&wave=" + wave.getId();
  }

  public String getRef() {
    return ref;
  }
}
