package fr.vigie.incident.web;

import fr.vigie.incident.Knowledge;
import fr.vigie.incident.Moment;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.TimeInput;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** A time and how well it is known, behind {@code v:moment}. */
public final class MomentInput implements Serializable {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final Moment before;
  private final String textBefore;
  private final TimeInput time;
  private Knowledge knowledge;

  private MomentInput(String field, Moment before, TimeInput time) {
    this.field = field;
    this.before = before;
    this.textBefore = time.getText();
    this.time = time;
    this.knowledge = before.knowledge();
  }

  /**
   * @param field the id of the {@code v:moment} on the page
   */
  public static MomentInput of(String field, Moment moment, ZoneId zone) {
    return new MomentInput(field, moment, TimeInput.of(field, moment.at().orElse(null), zone));
  }

  /** What the person says; a time without a knowledge, or the reverse, is refused. */
  public Moment moment(ZoneId zone) {
    if (time.getText().equals(textBefore) && knowledge == before.knowledge()) {
      return before; // seconds are not typed
    }
    Optional<Instant> at = time.instantIfGiven(zone);
    if (at.isPresent() && !knowledge.hasValue()) {
      throw RefusedException.at(field, "incident.refused.knowledgeNeeded");
    }
    return switch (knowledge) {
      case KNOWN -> Moment.known(given(at), zone);
      case ESTIMATED -> Moment.estimated(given(at), zone);
      case NOT_KNOWN_YET -> Moment.notKnownYet();
      case CANNOT_BE_DETERMINED -> Moment.cannotBeDetermined();
      case NOT_APPLICABLE -> Moment.notApplicable();
    };
  }

  private Instant given(Optional<Instant> at) {
    return at.orElseThrow(() -> RefusedException.at(field, "incident.refused.timeNeeded"));
  }

  public TimeInput getTime() {
    return time;
  }

  public Knowledge getKnowledge() {
    return knowledge;
  }

  public void setKnowledge(Knowledge knowledge) {
    this.knowledge = knowledge;
  }
}
