package fr.vigie.investigation;

import fr.vigie.incident.Involvement;
import fr.vigie.investigation.PersonsDisclosure.Disclosed;
import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Rows that may be about the same person: somebody who may read names says of each pair whether it
 * is one person, who gets one message, or two (BR-09). Before that the list is not frozen; the
 * trail tells who decided and when, never about whom.
 */
@UseCase
public class DoubtSettling {
  @Inject ScopeRepository scopes;
  @Inject DoubleRepository doubles;
  @Inject ScopeCounting counting;
  @Inject AffectedPersons affected;
  @Inject Acts acts;
  @Inject Clock clock;

  /** Pairs of the newest version that wait for a verdict. */
  @Requires(Permission.PERSONS_READ)
  public Page<PersonPair> open(Long involvementId, Page.Request request) {
    ScopeVersion version = newest(affected.subject(involvementId));
    Function<AffectedPerson, Disclosed> names = names(version);
    Page<PersonPair> page =
        doubles
            .open(version, request)
            .map(
                pair ->
                    new PersonPair(
                        names.apply(pair.first()),
                        names.apply(pair.second()),
                        null,
                        pair.likeness()));
    return read(version, request, page);
  }

  /** Pairs of the newest version that were decided about, last ones first. */
  @Requires(Permission.PERSONS_READ)
  public Page<PersonPair> settled(Long involvementId, Page.Request request) {
    ScopeVersion version = newest(affected.subject(involvementId));
    Function<AffectedPerson, Disclosed> names = names(version);
    List<PersonVerdict> verdicts = new ArrayList<>(doubles.verdicts(version));
    java.util.Collections.reverse(verdicts);
    List<PersonPair> rows =
        verdicts.stream()
            .skip(request.first())
            .limit(request.size())
            .map(
                verdict -> {
                  Set<String> tied = VerdictPolicy.tied(verdict, verdicts);
                  return new PersonPair(
                      doubles.ofKey(version, verdict.keptKey(), tied).map(names).orElse(null),
                      doubles.ofKey(version, verdict.otherKey(), tied).map(names).orElse(null),
                      verdict,
                      null);
                })
            .toList();
    return read(version, request, new Page<>(rows, verdicts.size()));
  }

  /** Says of two rows of the draft whether they are about one person. */
  @Requires(Permission.PERSONS_READ)
  public ScopeVersion decide(
      Long involvementId, Long first, Long second, PersonVerdict.Verdict verdict) {
    ScopeVersion version = draft(involvementId);
    DoubleRepository.Rows pair =
        doubles
            .open(version, first, second)
            .orElseThrow(() -> new RefusedException("investigation.refused.noDoubt"));
    boolean secondKnown =
        doubles.stoodFrozen(version, pair.second().getPersonKey())
            && !doubles.stoodFrozen(version, pair.first().getPersonKey());
    PersonVerdict said =
        new PersonVerdict(
            version,
            verdict,
            secondKnown ? pair.second() : pair.first(),
            secondKnown ? pair.first() : pair.second(),
            acts.caller().id(),
            clock.instant());
    List<PersonVerdict> all = new ArrayList<>(doubles.verdicts(version));
    all.add(said);
    if (VerdictPolicy.isContradicted(all)) {
      throw new RefusedException("investigation.refused.contradiction");
    }
    doubles.add(said);
    acts.current().fact("verdict", verdict);
    return recounted(version, said);
  }

  /** Takes a verdict back; the pair waits again. */
  @Requires(Permission.PERSONS_READ)
  public ScopeVersion takeBack(Long involvementId, Long verdictId) {
    ScopeVersion version = draft(involvementId);
    PersonVerdict verdict = doubles.verdict(version, verdictId);
    acts.current().fact("verdict", verdict.getVerdict());
    doubles.remove(verdict);
    return recounted(version, verdict);
  }

  /**
   * Leaves all pairs that still wait: each row counts as a person of its own and gets a message.
   */
  @Requires(Permission.PERSONS_READ)
  public ScopeVersion leaveRest(Long involvementId) {
    ScopeVersion version = draft(involvementId);
    version.leaveDoubts(acts.caller().id(), clock.instant());
    acts.current()
        .fact("version", version.getNumber())
        .fact("left", version.getFigures().getCandidates());
    return version;
  }

  /** A verdict moves no step of the case: how many rows wait is no part of them. */
  private ScopeVersion recounted(ScopeVersion version, PersonVerdict changed) {
    counting.follow(version, changed);
    acts.current()
        .fact("version", version.getNumber())
        .fact("left", version.getFigures().getCandidates());
    return version;
  }

  private Page<PersonPair> read(ScopeVersion version, Page.Request request, Page<PersonPair> page) {
    acts.current()
        .fact("version", version.getNumber())
        .fact("first", request.first())
        .fact("rows", 2 * page.rows().size());
    return page;
  }

  private Function<AffectedPerson, Disclosed> names(ScopeVersion version) {
    var names = affected.names(version.getInvolvement());
    return row -> new Disclosed(row, names.apply(row));
  }

  private ScopeVersion draft(Long involvementId) {
    Involvement involvement = affected.subject(involvementId);
    involvement.getIncident().mustBeOpen();
    ScopeVersion version = newest(involvement);
    version.mustBeDraft();
    return version;
  }

  private ScopeVersion newest(Involvement involvement) {
    return scopes.versions(involvement).stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("ScopeVersion", involvement.getId()));
  }
}
