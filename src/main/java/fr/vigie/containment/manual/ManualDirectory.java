package fr.vigie.containment.manual;

import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryCheck;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Probe;
import fr.vigie.containment.directory.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Connects to nothing and can do nothing: a person is called, acts, and gives a proof. */
@ApplicationScoped
public class ManualDirectory implements AccountDirectory {
  @Override
  public Set<DirectoryKind> kinds() {
    return Set.of(DirectoryKind.MANUAL);
  }

  @Override
  public DirectoryLink connect(DirectoryAccess access) {
    return new Nothing();
  }

  private static final class Nothing implements DirectoryLink {
    @Override
    public Set<DirectoryAbility> can() {
      return Set.of();
    }

    @Override
    public DirectoryCheck check() {
      return new DirectoryCheck("", 0, false, Set.of(), List.of());
    }

    @Override
    public List<DirectoryAccount> find(AccountQuery query) {
      return List.of();
    }

    @Override
    public DirectoryAccount read(String uid) {
      throw notAble();
    }

    @Override
    public Sight look(String uid, Probe probe) {
      throw notAble();
    }

    @Override
    public void disable(String uid) {
      throw notAble();
    }

    @Override
    public void enable(String uid) {
      throw notAble();
    }

    @Override
    public void endSessions(String uid) {
      throw notAble();
    }

    @Override
    public void resetSecret(String uid, String secret) {
      throw notAble();
    }

    @Override
    public Probe probe(String uid, String secret) {
      throw notAble();
    }

    @Override
    public List<DirectoryAccount> changed(
        Instant from, Instant to, Set<String> organisations, Set<String> mailDomains) {
      throw notAble();
    }

    @Override
    public List<DirectoryExchange> exchanges() {
      return List.of();
    }

    @Override
    public void close() {
      // nothing is open
    }

    private static DirectoryFault notAble() {
      return new DirectoryFault(DirectoryFault.Kind.NOT_ABLE, "no machine speaks to it");
    }
  }
}
