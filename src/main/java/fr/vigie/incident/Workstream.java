package fr.vigie.incident;

import fr.vigie.platform.Permission;
import fr.vigie.reference.Organisation;
import java.util.List;

/**
 * A feature's share in a case: how far it is, and what is still to do. Each feature above
 * implements it, so that the case shows its steps, its next acts and what stands in the way of
 * closing without knowing the features.
 */
public interface Workstream {
  Step step();

  Progress progress(Incident incident);

  /** What remains, the most pressing first. */
  List<Pending> pending(Incident incident);

  /** What remains even when the case is closed, e.g. a receipt to keep. */
  default List<Pending> lasting(Incident incident) {
    return List.of();
  }

  /** How far a step is. {@code NOT_STARTED} and an empty total are honest: nothing is known yet. */
  record Progress(State state, long done, long total) {
    public static final Progress NOT_STARTED = new Progress(State.NOT_STARTED, 0, 0);

    /** State of a step; {@code NOT_CONCERNED} counts as done. */
    public enum State {
      NOT_STARTED,
      RUNNING,
      DONE,
      NOT_CONCERNED
    }

    /** Done when all of a known, non-empty total is done. */
    public static Progress of(long done, long total) {
      if (total == 0) {
        return NOT_STARTED;
      }
      return new Progress(done >= total ? State.DONE : State.RUNNING, done, total);
    }

    public static Progress notConcerned() {
      return new Progress(State.NOT_CONCERNED, 0, 0);
    }

    public boolean isDone() {
      return state == State.DONE || state == State.NOT_CONCERNED;
    }

    /** Several workstreams of one step taken together. */
    public Progress and(Progress other) {
      if (state == State.NOT_CONCERNED) {
        return other;
      }
      if (other.state == State.NOT_CONCERNED) {
        return this;
      }
      boolean allDone = isDone() && other.isDone();
      boolean untouched = state == State.NOT_STARTED && other.state == State.NOT_STARTED;
      return new Progress(
          allDone ? State.DONE : untouched ? State.NOT_STARTED : State.RUNNING,
          done + other.done,
          total + other.total);
    }
  }

  /**
   * Something to do.
   *
   * @param key message key of the sentence, e.g. {@code containment.pending.unproven}
   * @param arguments what the sentence names; never a patient
   * @param tab tab of the case page where it is done
   * @param blocksClosing the case cannot close while it stands (BR-07)
   * @param controller whose part it concerns, when it names or tells of one; else null
   * @param place where on the tab it is done, and by whom
   */
  record Pending(
      String key,
      List<Object> arguments,
      String tab,
      boolean blocksClosing,
      Organisation controller,
      Place place) {
    public Pending {
      arguments = List.copyOf(arguments);
    }

    public Pending(
        String key,
        List<Object> arguments,
        String tab,
        boolean blocksClosing,
        Organisation controller) {
      this(key, arguments, tab, blocksClosing, controller, Place.ANY);
    }

    public Pending(String key, List<Object> arguments, String tab, boolean blocksClosing) {
      this(key, arguments, tab, blocksClosing, null);
    }

    /** The same, for those who hold a permission. */
    public Pending by(Permission needed) {
      return at(null, null, needed);
    }

    /** The same, done in one form of a tab, for those who hold a permission. */
    public Pending at(Long part, String anchor, Permission needed) {
      return new Pending(
          key, arguments, tab, blocksClosing, controller, new Place(part, anchor, needed, 0, null));
    }

    /** The same, told only to those who hold a permission over it; to others it is counted. */
    public Pending toldTo(Permission readers) {
      Place told =
          new Place(place.part(), place.anchor(), place.needed(), place.proposer(), readers);
      return new Pending(key, arguments, tab, blocksClosing, controller, told);
    }

    /** The same, for another than who proposed it. */
    public Pending notBy(long proposer) {
      return new Pending(
          key,
          arguments,
          tab,
          blocksClosing,
          controller,
          new Place(place.part(), place.anchor(), place.needed(), proposer, place.readers()));
    }
  }

  /**
   * Where something is done.
   *
   * @param part id of the controller's part that the tab opens; null for none
   * @param anchor id of the form; null for the tab's beginning
   * @param needed the permission it takes; null when several do
   * @param proposer id of who does not do it, because they proposed it; 0 for none
   * @param readers the permission it takes to be told of it; null: whoever sees the part
   */
  record Place(Long part, String anchor, Permission needed, long proposer, Permission readers) {
    static final Place ANY = new Place(null, null, null, 0, null);
  }
}
