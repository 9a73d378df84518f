package fr.vigie.regime.web;

import fr.vigie.regime.RegimeTrack;
import fr.vigie.regime.RegimeTracks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The box of the next clocks at the head of a case. */
@Named
@RequestScoped
public class IncidentDeadlinesHeader {
  private static final int MOST = 4;

  @Inject RegimeTracks tracks;

  @Inject
  @Param(name = "ref")
  String ref;

  private List<RegimeTrack> shown;

  /** The open ones by urgency, then what was done last. */
  public List<RegimeTrack> getNext() {
    if (shown == null) {
      shown =
          tracks.of(ref).stream()
              .filter(track -> track.getDueAt() != null)
              .filter(track -> track.isWatched() || track.isSatisfied())
              .sorted(
                  Comparator.comparing(RegimeTrack::isSatisfied)
                      .thenComparing(RegimeTrack::getDueAt))
              .limit(MOST)
              .toList();
    }
    return shown;
  }

  /** The open one that is due first, if any. */
  public List<RegimeTrack> getUrgent() {
    return getNext().stream().filter(track -> !track.isSatisfied()).limit(1).toList();
  }

  public String getRef() {
    return ref;
  }
}
