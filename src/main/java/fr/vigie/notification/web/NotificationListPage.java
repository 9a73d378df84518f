package fr.vigie.notification.web;

import fr.vigie.notification.NotificationFile;
import fr.vigie.platform.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/** Waves of all cases that the caller may see. */
@Named
@RequestScoped
public class NotificationListPage {
  private static final int SIZE = 50;

  @Inject @Param Integer first;
  @Inject NotificationFile file;

  private Page<NotificationFile.WaveFigures> page;

  public Page<NotificationFile.WaveFigures> getPage() {
    if (page == null) {
      page = file.waves(new Page.Request(getFirst(), SIZE, "", false));
    }
    return page;
  }

  public int getFirst() {
    return first == null ? 0 : first;
  }

  public int getSize() {
    return SIZE;
  }
}
