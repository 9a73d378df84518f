package fr.vigie.regime;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;

/** A person's own alerts. */
@UseCase
public class Alerts {
  @Inject ReminderRepository reminders;
  @Inject Acts acts;
  @Inject Clock clock;

  @Requires(Permission.DESK_READ)
  public Page<Alert> own(Page.Request request) {
    long caller = acts.caller().id();
    return new Page<>(
        reminders.alerts(caller, request.first(), request.size()), reminders.alertCount(caller));
  }

  @Requires(Permission.DESK_READ)
  public long unread() {
    return reminders.unread(acts.caller().id());
  }

  /** The person has seen them all; the trail keeps when. */
  @Requires(Permission.SELF)
  public int readAll() {
    int read = reminders.read(acts.caller().id(), clock.instant());
    acts.current().fact("alerts", read);
    return read;
  }
}
