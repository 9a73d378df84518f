package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.reference.Organisation;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Files attached to a case, sealed by SHA-256 (domain.md §5.2, pitfall 25). Also the way for the
 * other features to keep a proof: call {@link #store(Incident, String, InputStream, String)}, the
 * one with an {@link Involvement} when the file belongs to one controller alone, or the one with a
 * limit of its own when it is large, from inside your own act, and keep a reference to the {@link
 * EvidenceFile}. The caller needs {@code EVIDENCE_ADD}; the audit line of the sealing stands beside
 * the one of your act.
 */
@UseCase
public class Evidence {
  private static final Logger LOG = Logger.getLogger(Evidence.class.getName());

  @Inject IncidentRepository incidents;
  @Inject EvidenceRepository evidence;
  @Inject EvidenceVault vault;
  @Inject Audiences audiences;
  @Inject Acts acts;
  @Inject Clock clock;

  /** A file whose seal was just seen to hold, and its bytes. The reader closes them. */
  public record Opened(EvidenceFile file, InputStream content) {}

  @Requires(Permission.INCIDENT_READ)
  public List<EvidenceFile> list(String reference) {
    return evidence.of(incidents.get(reference));
  }

  /** Most bytes a file may have. */
  @Requires(Permission.INCIDENT_READ)
  public long limit() {
    return vault.limit();
  }

  /**
   * Attaches a file from outside, e.g. chosen in a page.
   *
   * @param audience the controller to whose part it belongs; else the team's, for the whole case
   * @throws RefusedException at {@code audience} when it is for all on the case: pieces never are
   */
  @Requires(Permission.EVIDENCE_ADD)
  public EvidenceFile add(
      String reference,
      String name,
      InputStream content,
      String description,
      Tlp tlp,
      Audience audience) {
    Incident incident = incidents.get(reference);
    if (audience != null && audience.everybody()) {
      throw RefusedException.at("audience", "incident.refused.evidenceForAll");
    }
    Organisation part = audiences.place(incident, audience).controller();
    return seal(new Piece(incident, part, name, description, tlp), content, vault.limit());
  }

  /**
   * Attaches a proof to the case as a whole, under the case's own TLP.
   *
   * @param name what to call it; any path in it is dropped
   * @param content read to its end, not closed; its size is bounded
   * @throws RefusedException at the field {@code files} when empty or too large
   */
  @Requires(Permission.EVIDENCE_ADD)
  public EvidenceFile store(
      Incident incident, String name, InputStream content, String description) {
    return store(incident, null, name, content, description, vault.limit());
  }

  /** Attaches a proof to one controller's part: the other controllers do not see it. */
  @Requires(Permission.EVIDENCE_ADD)
  public EvidenceFile store(
      Involvement involvement, String name, InputStream content, String description) {
    Involvement seen = incidents.involvement(involvement.getId());
    Incident incident = seen.getIncident();
    return seal(
        new Piece(incident, seen.getOrganisation(), name, description, incident.getTlp()),
        content,
        vault.limit());
  }

  /**
   * The same for a file that may be larger than a piece, e.g. a log.
   *
   * @param organisation to whose part it belongs; null: to the case as a whole
   */
  @Requires(Permission.EVIDENCE_ADD)
  public EvidenceFile store(
      Incident incident,
      Organisation organisation,
      String name,
      InputStream content,
      String description,
      long limitBytes) {
    Incident seen = incidents.get(incident.getReference());
    return seal(
        new Piece(seen, organisation, name, description, seen.getTlp()), content, limitBytes);
  }

  /** What a file is said to be. */
  private record Piece(
      Incident incident, Organisation organisation, String name, String description, Tlp tlp) {
    Piece {
      name = EvidenceNamePolicy.clean(name);
      description = description == null ? "" : description.strip();
    }
  }

  /**
   * The same content attached again to the same part of the case is the same piece. A file may come
   * late: a closed case still takes pieces.
   */
  private EvidenceFile seal(Piece piece, InputStream content, long limitBytes) {
    TimesPolicy.text("description", piece.description(), 0, EvidenceFile.DESCRIPTION_MAX);
    EvidenceVault.Sealed sealed = answered(() -> vault.store(content, limitBytes));
    Incident incident = piece.incident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("sha256", sealed.sha256())
        .fact("bytes", sealed.size());
    return evidence
        .find(incident, piece.organisation(), sealed.sha256())
        .orElseGet(() -> evidence.add(file(piece, sealed)));
  }

  private EvidenceFile file(Piece piece, EvidenceVault.Sealed sealed) {
    return new EvidenceFile(
            piece.incident(),
            piece.organisation(),
            piece.name(),
            piece.description(),
            piece.tlp(),
            sealed)
        .addedBy(acts.caller(), acts.current().origin(), clock.instant());
  }

  /**
   * Gives a file of that case back after verifying its seal; audited as a disclosure.
   *
   * @throws RefusedException when the content is no longer what was sealed; that is audited too
   */
  @Requires(Permission.EVIDENCE_READ)
  public Opened open(String reference, Long id) {
    Incident incident = incidents.get(reference);
    EvidenceFile file = evidence.get(id);
    if (!file.getIncident().equals(incident)) {
      throw new NotFoundException("EvidenceFile", id);
    }
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("evidence", file.getId())
        .fact("sha256", file.getSha256());
    if (!answered(() -> vault.holds(file.getSha256(), file.getSize()))) {
      throw new RefusedException("incident.refused.sealBroken", file.getShortHash());
    }
    return new Opened(file, answered(() -> vault.open(file.getSha256())));
  }

  private static <T> T answered(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (UncheckedIOException silent) {
      LOG.log(Level.WARNING, "The store of evidence does not answer", silent);
      throw new RefusedException("incident.refused.evidenceStoreSilent");
    }
  }
}
