package fr.vigie.accesslog;

import fr.vigie.accesslog.format.PatientRef;
import fr.vigie.incident.Incident;
import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which of one controller's patients the logs name, to be joined with its own extract by patient
 * number (domain.md §7.3: number and domain). Called from inside the act of who imports that
 * extract.
 */
@ApplicationScoped
public class NamedPatients {
  private static final int HASH_BYTES = 32;

  @Inject AccessRepository logs;
  @Inject AnswerRepository answers;
  @Inject LogWorkRepository keys;
  @Inject QuestionSentence sentence;

  /**
   * What the lines say of one patient.
   *
   * @param worst the worst level
   * @param proven by a sitting that was the intruder's; else nobody has decided
   */
  public record Named(Evidenced worst, boolean proven) {}

  /** The newest run of a case that was answered. */
  public Optional<AccessRun> answered(Incident incident) {
    return logs.runs(incident).stream().filter(AccessRun::isDone).findFirst();
  }

  /**
   * Forgets for good who a controller's patients were, in every run of the case: counts stay, and
   * nothing links them to anybody. The sealed files themselves stay as long as the case's pieces.
   */
  public void forget(Incident incident, Organisation organisation) {
    byte[] once = new byte[HASH_BYTES];
    new SecureRandom().nextBytes(once);
    answers.forget(incident, organisation, HexFormat.of().formatHex(once));
  }

  /** The question of a run of a case in one sentence, and the hash of its answer. */
  public Explained explained(Incident incident, Long runId, Locale locale) {
    AccessRun run = logs.run(incident, runId);
    return new Explained(sentence.of(run, locale), run.getDigest());
  }

  /**
   * For who decides on the list.
   *
   * @param digest of all that the run found
   */
  public record Explained(String sentence, String digest) {}

  /**
   * All of one controller in a run of its case.
   *
   * @throws RefusedException while the run is not done
   */
  public Lookup of(Incident incident, Long runId, Organisation organisation) {
    AccessRun run = logs.run(incident, runId);
    run.mustBeDone();
    return new Lookup(
        keys.seal(incident), answers.domains(run, organisation), answers.named(run, organisation));
  }

  /** Looks patients up, in several threads, and remembers who was found. */
  public static final class Lookup {
    private final PatientSeal seal;
    private final List<AccessDomain> domains;
    private final Map<ByteBuffer, Named> named;
    private final Set<ByteBuffer> found = ConcurrentHashMap.newKeySet();

    Lookup(PatientSeal seal, List<AccessDomain> domains, Map<ByteBuffer, Named> named) {
      this.seal = seal;
      this.domains = domains;
      this.named = Map.copyOf(named);
    }

    /** What the logs say of a patient; empty when they do not name them. */
    public Optional<Named> find(String number) {
      Named worst = null;
      for (AccessDomain domain : domains) {
        ByteBuffer key =
            ByteBuffer.wrap(
                seal.hash(domain.getSource().getId(), new PatientRef(number, domain.getName())));
        Named known = named.get(key);
        if (known != null) {
          found.add(key);
        }
        worst = worse(worst, known);
      }
      return Optional.ofNullable(worst);
    }

    private static Named worse(Named one, Named other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      if (one.proven() != other.proven()) {
        return one.proven() ? one : other;
      }
      return one.worst().compareTo(other.worst()) <= 0 ? one : other;
    }

    /** Whom the logs name and nobody has looked up: the extract does not know them. */
    public long missing() {
      return named.size() - found.size();
    }
  }
}
