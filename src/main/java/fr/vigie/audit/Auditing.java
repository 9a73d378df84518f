package fr.vigie.audit;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reading and proving the trail. */
@UseCase
public class Auditing {
  private static final int BATCH = 2_000;

  @Inject AuditRepository repository;
  @Inject Acts acts;

  /**
   * The outcome of a verification.
   *
   * @param checked lines read
   * @param headHash hash of the last line, to be kept elsewhere as a witness
   * @param broken the first broken link, if any
   */
  public record Verification(long checked, String headHash, Optional<BrokenLink> broken) {
    public boolean isIntact() {
      return broken.isEmpty();
    }
  }

  /** Why the chain breaks, and where first. */
  public record BrokenLink(long seq, Reason reason) {}

  /** What can be wrong with a link. */
  public enum Reason {
    LINE_CHANGED,
    LINE_MISSING,
    LINK_CHANGED,
    HEAD_DIFFERS
  }

  @Requires(Permission.AUDIT_READ)
  public Page<AuditEntry> find(AuditRepository.Filter filter, Page.Request request) {
    return repository.find(filter, request);
  }

  /** Reads the whole chain in bounded memory and names the first broken link. */
  @Requires(Permission.AUDIT_VERIFY)
  public Verification verify() {
    String previous = HashChain.ORIGIN;
    long seq = 0;
    List<AuditEntry> lines = repository.after(0, BATCH);
    while (!lines.isEmpty()) {
      for (AuditEntry line : lines) {
        Optional<Reason> fault = fault(line, seq, previous);
        if (fault.isPresent()) {
          return done(seq, previous, new BrokenLink(seq + 1, fault.get()));
        }
        seq = line.getSeq();
        previous = line.getHash();
      }
      lines = repository.after(seq, BATCH);
    }
    AuditRepository.Head head = repository.head();
    boolean headHolds = head.seq() == seq && head.hash().equals(previous);
    return done(seq, previous, headHolds ? null : new BrokenLink(seq + 1, Reason.HEAD_DIFFERS));
  }

  private static Optional<Reason> fault(AuditEntry line, long before, String previousHash) {
    if (line.getSeq() != before + 1) {
      return Optional.of(Reason.LINE_MISSING);
    }
    if (!line.getPreviousHash().equals(previousHash)) {
      return Optional.of(Reason.LINK_CHANGED);
    }
    return line.getHash().equals(line.computedHash())
        ? Optional.empty()
        : Optional.of(Reason.LINE_CHANGED);
  }

  private Verification done(long checked, String headHash, BrokenLink broken) {
    acts.current()
        .about("audit", "chain", "")
        .fact("checked", checked)
        .fact("intact", broken == null);
    return new Verification(checked, headHash, Optional.ofNullable(broken));
  }
}
