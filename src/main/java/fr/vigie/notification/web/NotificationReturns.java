package fr.vigie.notification.web;

import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.ReadingReturns;
import fr.vigie.notification.ReturnsReading;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The part of a wave's page about what came back: the readings, and stating one more. */
@Named
@RequestScoped
public class NotificationReturns {
  @Inject @Param String ref;
  @Inject @Param Long wave;
  @Inject NotificationFile file;
  @Inject ReadingReturns reading;
  @Inject Messages messages;

  private final TimeInput until = new TimeInput("until");
  private List<ReturnsReading> readings;
  private String returned;

  public String read() {
    var zone = file.wave(wave).wave().getInvolvement().getIncident().zone();
    ReturnsReading done = reading.read(wave, until.instantIfGiven(zone).orElse(null), returned);
    messages.done("notification.done.read", done.getReturned(), done.getDelivered());
    return "/notification/wave.xhtml?faces-redirect=true&ref=" + ref + "&wave=" + wave;
  }

  public List<ReturnsReading> getReadings() {
    if (readings == null) {
      readings = reading.of(wave);
    }
    return readings;
  }

  /** Hours that must pass between sending and reading. */
  public long getDelayHours() {
    return reading.delay().toHours();
  }

  public TimeInput getUntil() {
    return until;
  }

  public String getReturned() {
    return returned;
  }

  public void setReturned(String returned) {
    this.returned = returned;
  }
}
