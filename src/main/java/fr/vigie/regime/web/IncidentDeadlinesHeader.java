package fr.vigie.regime.web;

import fr.vigie.regime.RegimeTrack;
import fr.vigie.regime.RegimeTracks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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

  private List<RegimeTrack> all;

  private List<RegimeTrack> all() {
    if (all == null) {
      all =
          tracks.of(ref).stream()
              .filter(track -> track.getDueAt() != null)
              .filter(track -> track.isWatched() || track.isSatisfied())
              .sorted(RegimeTrack.PRESSING)
              .toList();
    }
    return all;
  }

  /** The open ones, legal and certain before internal and undetermined, then what is done. */
  public List<RegimeTrack> getNext() {
    return all().stream().limit(MOST).toList();
  }

  /** How many are left out. */
  public int getMore() {
    return all().size() - getNext().size();
  }

  /** The first of the open ones, if any. */
  public List<RegimeTrack> getUrgent() {
    return getNext().stream().filter(track -> !track.isSatisfied()).limit(1).toList();
  }

  public String getRef() {
    return ref;
  }
}
