package fr.vigie.regime.web;

import fr.vigie.platform.Page;
import fr.vigie.platform.web.Messages;
import fr.vigie.regime.Alert;
import fr.vigie.regime.Alerts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** /regime/alerts.xhtml: one's own reminders; also the count in the top bar. */
@Named
@RequestScoped
public class RegimeAlertsPage {
  private static final int SIZE = 25;

  @Inject Alerts alerts;
  @Inject Messages messages;

  @Inject
  @Param(name = "first")
  Integer first;

  private Page<Alert> page;
  private Long unread;

  public Page<Alert> getPage() {
    if (page == null) {
      page = alerts.own(new Page.Request(getFirst(), SIZE, "", false));
    }
    return page;
  }

  public String readAll() {
    alerts.readAll();
    messages.done("regime.done.read");
    return "/regime/alerts?faces-redirect=true";
  }

  public long getUnread() {
    if (unread == null) {
      unread = alerts.unread();
    }
    return unread;
  }

  public int getFirst() {
    return first == null ? 0 : Math.max(0, first);
  }

  public int getSize() {
    return SIZE;
  }
}
