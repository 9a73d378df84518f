package fr.vigie.containment.keycloak;

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
 * Accounts in a realm of Keycloak. The address is the server's ({@code https://host}, with the
 * relative path if it has one), the base the realm, the login a confidential client with a service
 * account.
 */
@ApplicationScoped
public class KeycloakDirectory implements AccountDirectory {
  private final Clock clock;

  protected KeycloakDirectory() {
    this(null);
  }

  @Inject
  public KeycloakDirectory(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Set<DirectoryKind> kinds() {
    return Set.of(DirectoryKind.KEYCLOAK);
  }

  @Override
  public DirectoryLink connect(DirectoryAccess access) {
    HttpLine line = new HttpLine(access, "application/json", clock);
    try {
      return new KeycloakLink(access, line, new KeycloakTokens(access, line));
    } catch (RuntimeException e) {
      line.close();
      throw e;
    }
  }
}
