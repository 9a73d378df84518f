package fr.vigie.containment.scim;

import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.http.HttpLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/**
 * Accounts of a SCIM service provider. The address is the one below which {@code /Users} is, the
 * secret the bearer token; base and login are not used.
 */
@ApplicationScoped
public class ScimDirectory implements AccountDirectory {
  private final Clock clock;

  protected ScimDirectory() {
    this(null);
  }

  @Inject
  public ScimDirectory(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Set<DirectoryKind> kinds() {
    return Set.of(DirectoryKind.SCIM);
  }

  @Override
  public DirectoryLink connect(DirectoryAccess access) {
    HttpLine line = new HttpLine(access, "application/scim+json", clock);
    try {
      return new ScimLink(access, line);
    } catch (RuntimeException e) {
      line.close();
      throw e;
    }
  }
}
