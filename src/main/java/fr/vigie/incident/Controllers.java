package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.ReferenceRepository;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The controllers involved: who they are, when they knew, how many persons, what risk. */
@UseCase
public class Controllers {
  /** The journal keeps the reason in one of its lines. */
  static final int WITHDRAWAL_MAX = 400;

  @Inject IncidentRepository incidents;
  @Inject ReferenceRepository reference;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<InvolvementChanged> changed;
  @Inject Event<CaseActDone> told;
  @Inject Event<NoBreachWanted> wanted;
  @Inject Event<BreachFound> found;
  @Inject Event<InvolvementWithdrawn> leaving;

  @Requires(Permission.INCIDENT_EDIT)
  public Involvement involve(String incidentReference, Long organisationId, Involvement.Role role) {
    Incident incident = incidents.get(incidentReference);
    incident.mustBeOpen();
    Organisation organisation = reference.organisation(organisationId);
    if (incidents.involvementOf(incident, organisationId).isPresent()) {
      throw RefusedException.at(
          "organisation", "incident.refused.alreadyInvolved", organisation.getName());
    }
    Involvement involvement = new Involvement(incident, organisation, role, clock.instant());
    incidents.add(involvement);
    return done(involvement);
  }

  /**
   * Takes an organisation out of a case that it was added to by mistake. What was written of it in
   * the journal and in the audit trail stays.
   *
   * @param reason why it was not concerned after all
   * @throws RefusedException once anything rests on its part: an approved awareness, a severity, a
   *     decision, a list, a declaration, a message, an account
   */
  @Requires(Permission.INCIDENT_EDIT)
  public void withdraw(Long id, String reason) {
    Involvement involvement = incidents.involvement(id);
    Incident incident = involvement.getIncident();
    TimesPolicy.text("reason", reason, 1, WITHDRAWAL_MAX);
    TimesPolicy.reason("reason", reason);
    involvement.mustBeUntouched();
    if (incidents.awareness(involvement).stream().anyMatch(one -> !isByCaller(one))) {
      throw RefusedException.at("reason", "incident.refused.withdrawal.awareness");
    }
    if (!incidents.severities(involvement).isEmpty()) {
      throw RefusedException.at("reason", "incident.refused.withdrawal.severity");
    }
    leaving.fire(new InvolvementWithdrawn(involvement));
    Organisation organisation = involvement.getOrganisation();
    incidents.remove(involvement);
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("controller", organisation.getId());
    told.fire(
        new CaseActDone(
            incident,
            null,
            "incident.journal.withdrawn",
            List.of(organisation.getName(), reason),
            clock.instant()));
    progress.refresh(incident);
  }

  private boolean isByCaller(Awareness proposed) {
    return proposed.getProposedBy() == acts.caller().id();
  }

  @Requires(Permission.INCIDENT_EDIT)
  public Involvement play(Long id, Involvement.Role role, boolean leading, boolean mandate) {
    Involvement involvement = incidents.involvement(id);
    involvement.play(role, leading, mandate);
    return done(involvement);
  }

  /** When the processor told this controller: the proof of art. 33(2). */
  @Requires(Permission.INCIDENT_EDIT)
  public Involvement informed(Long id, Moment when) {
    Involvement involvement = incidents.involvement(id);
    involvement.informed(when, clock.instant());
    return done(involvement);
  }

  /**
   * Proposes when the controller became aware, with a written justification; a new proposal
   * replaces one that waits. Nothing moves until another person approves.
   */
  @Requires(Permission.AWARENESS_PROPOSE)
  public Awareness proposeAwareness(Long id, Moment aware, String justification) {
    Involvement involvement = incidents.involvement(id);
    involvement.getIncident().mustBeOpen();
    Instant now = clock.instant();
    if (aware.at().isEmpty()) {
      throw RefusedException.at("aware", "incident.refused.empty");
    }
    TimesPolicy.notFuture("aware", aware, now);
    TimesPolicy.order("aware", involvement.getIncident().getFirstSignal(), aware);
    TimesPolicy.text("justification", justification, 1, Incident.REASON_MAX);
    incidents.awareness(involvement).forEach(Awareness::supersede);
    Awareness proposal = new Awareness(involvement, aware, justification, acts.caller().id(), now);
    incidents.add(proposal);
    done(involvement);
    acts.current().fact("aware", aware);
    return proposal;
  }

  /**
   * Approves what another person proposed: from now on it is this controller's clock.
   *
   * @param seen the proposal as it was read
   */
  @Requires(Permission.AWARENESS_APPROVE)
  public Involvement approveAwareness(Long id, String seen) {
    Involvement involvement = incidents.involvement(id);
    Awareness proposal =
        incidents.awareness(involvement).stream()
            .filter(awareness -> awareness.getState() == Awareness.State.PROPOSED)
            .findFirst()
            .orElseThrow(() -> new RefusedException("incident.refused.nothingProposed"));
    proposal.mustBeAsSeen(seen);
    boolean heldUnbreached = involvement.getBreach() == Involvement.Breach.NO;
    proposal.approve(acts.caller().id(), clock.instant());
    if (heldUnbreached) {
      found.fire(new BreachFound(involvement));
    }
    acts.current().fact("aware", proposal.getAware()).fact("previous", proposal.getPreviousAt());
    Instant aware = proposal.getAware().at().orElseThrow();
    if (proposal.getPreviousAt() == null) {
      tell(involvement, "incident.journal.aware", aware);
    } else {
      tell(involvement, "incident.journal.awareMoved", aware, proposal.getPreviousAt());
    }
    return done(involvement);
  }

  /**
   * Proposes that this controller's data are not breached; nothing moves until another approves.
   *
   * @throws RefusedException while a list in force names persons, a risk is decided, or it is
   *     decided already
   */
  @Requires(Permission.RISK_DECIDE)
  public Involvement proposeNoBreach(Long id, String reason) {
    Involvement involvement = incidents.involvement(id);
    TimesPolicy.reason("reason", reason);
    wanted.fire(new NoBreachWanted(involvement));
    involvement.proposeNoBreach(reason, acts.caller().id());
    return done(involvement);
  }

  /**
   * Approves what another person proposed: this controller's data are not breached.
   *
   * @param seen the controller's part as it was read
   */
  @Requires(Permission.RISK_DECIDE)
  public Involvement approveNoBreach(Long id, String seen) {
    Involvement involvement = incidents.involvement(id);
    involvement.mustBeAsSeen(seen);
    wanted.fire(new NoBreachWanted(involvement));
    involvement.approveNoBreach(acts.caller().id(), clock.instant());
    tell(involvement, "incident.journal.noBreach");
    return done(involvement);
  }

  @Requires(Permission.INCIDENT_EDIT)
  public Involvement count(Long id, Count persons, Count records, String dataCategories) {
    Involvement involvement = incidents.involvement(id);
    involvement.count(persons, records, DataCategory.checked(dataCategories));
    done(involvement);
    acts.current().fact("persons", persons).fact("records", records);
    return involvement;
  }

  @Requires(Permission.RISK_DECIDE)
  public Involvement proposeRisk(Long id, Involvement.Risk risk, String reason) {
    Involvement involvement = incidents.involvement(id);
    TimesPolicy.reason("reason", reason);
    involvement.proposeRisk(risk, reason, acts.caller().id());
    acts.current().fact("risk", risk);
    return done(involvement);
  }

  /**
   * Approves the risk that another person proposed.
   *
   * @param seen the controller's part as it was read
   */
  @Requires(Permission.RISK_DECIDE)
  public Involvement approveRisk(Long id, String seen) {
    Involvement involvement = incidents.involvement(id);
    involvement.mustBeAsSeen(seen);
    involvement.approveRisk(acts.caller().id(), clock.instant());
    acts.current().fact("risk", involvement.getRisk());
    tell(involvement, "incident.journal.risk." + involvement.getRisk());
    return done(involvement);
  }

  private void tell(Involvement involvement, String key, Object... arguments) {
    told.fire(
        new CaseActDone(
            involvement.getIncident(),
            involvement.getOrganisation(),
            key,
            List.of(arguments),
            clock.instant()));
  }

  private Involvement done(Involvement involvement) {
    Incident incident = involvement.getIncident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("controller", involvement.getOrganisation().getId());
    changed.fire(new InvolvementChanged(involvement));
    progress.refresh(incident);
    return involvement;
  }
}
