package fr.vigie.investigation;

import fr.vigie.incident.BreachFound;
import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.InvolvementChanged;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Freezing a list under four eyes, and what follows from it. */
@UseCase
public class ScopeFreezing {
  @Inject ScopeRepository scopes;
  @Inject LinkRepository links;
  @Inject IncidentRepository incidents;
  @Inject ScopeCounting counting;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<ScopeFrozen> frozen;
  @Inject Event<BreachFound> found;
  @Inject Event<InvolvementChanged> changed;
  @Inject Event<CaseActDone> told;

  /**
   * Proposes the draft, counted whole once more.
   *
   * @param method how the persons were found
   * @param residual what remains unknown
   * @param unlistedMax persons that may be affected beyond the list, at most; null is not known
   */
  @Requires(Permission.SCOPE_FREEZE_PROPOSE)
  public ScopeVersion propose(
      Long involvementId, String method, String residual, Long unlistedMax) {
    Involvement involvement = subject(involvementId);
    String how = Text.check("method", method, 1, ScopeVersion.TEXT_MAX);
    String unknown = Text.check("residual", residual, 1, ScopeVersion.TEXT_MAX);
    if (unlistedMax != null && unlistedMax < 0) {
      throw RefusedException.at("unlisted", "investigation.refused.negative");
    }
    ScopeVersion version = inState(involvement, ScopeVersion.State.DRAFT);
    counting.count(version);
    long missing = scopes.missing(version);
    if (unlistedMax != null && unlistedMax < missing) {
      throw RefusedException.at("unlisted", "investigation.refused.missing", missing);
    }
    version.propose(how, unknown, unlistedMax, acts.caller().id(), clock.instant());
    return done(version);
  }

  /** Gives a proposed version back to its authors. */
  @Requires(Permission.SCOPE_FREEZE_PROPOSE)
  public ScopeVersion sendBack(Long involvementId) {
    ScopeVersion version = inState(subject(involvementId), ScopeVersion.State.PROPOSED);
    version.sendBack();
    return done(version);
  }

  /**
   * Approves what others imported and proposed (BR-11): the list is in force, its number is the
   * controller's. A list that names persons ends a decision "no breach".
   */
  @Requires(Permission.SCOPE_FREEZE_APPROVE)
  public ScopeVersion approve(Long involvementId, String seen) {
    Involvement involvement = subject(involvementId);
    ScopeVersion version = inState(involvement, ScopeVersion.State.PROPOSED);
    version.mustBeAsSeen(seen);
    if (scopes.imported(version, acts.caller().id())) {
      throw new RefusedException("investigation.refused.importer");
    }
    ScopeVersion before = scopes.frozen(involvement).orElse(null);
    version.freeze(before, acts.caller().id(), clock.instant());
    involvement.countPersons(version.persons());
    if (version.getFigures().getPersons() > 0) {
      endNoBreach(involvement);
    }
    frozen.fire(new ScopeFrozen(version, before, version.isComplementDue()));
    acts.current()
        .fact("links", links.link(version, clock.instant()))
        .fact("persons", version.persons())
        .fact("complementDue", version.isComplementDue());
    changed.fire(new InvolvementChanged(involvement));
    tell(involvement, "investigation.journal.frozen", version.getNumber());
    return done(version);
  }

  private void endNoBreach(Involvement involvement) {
    if (involvement.getBreach() == Involvement.Breach.NO) {
      involvement.breachFound();
      found.fire(new BreachFound(involvement));
      acts.current().fact("breach", involvement.getBreach());
      tell(involvement, "investigation.journal.breachFound");
    }
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

  /** The complementary notification of BR-08 is filed, or there is a reason why not. */
  @Requires(Permission.DECLARATION_PREPARE)
  public ScopeVersion complementHandled(Long involvementId, String note) {
    Involvement involvement = subject(involvementId);
    ScopeVersion version = inState(involvement, ScopeVersion.State.FROZEN);
    version.complementHandled(Text.check("note", note, 1, ScopeVersion.TEXT_MAX));
    return done(version);
  }

  private ScopeVersion inState(Involvement involvement, ScopeVersion.State state) {
    return scopes
        .version(involvement, state)
        .orElseThrow(() -> new RefusedException("investigation.refused.nothing." + state));
  }

  private Involvement subject(Long involvementId) {
    Involvement involvement = incidents.involvement(involvementId);
    Incident incident = involvement.getIncident();
    incident.mustBeOpen();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("controller", involvement.getOrganisation().getId());
    return involvement;
  }

  private ScopeVersion done(ScopeVersion version) {
    acts.current().fact("version", version.getNumber()).fact("state", version.getState());
    progress.refresh(version.getInvolvement().getIncident());
    return version;
  }
}
