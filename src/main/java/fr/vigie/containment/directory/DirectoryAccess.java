package fr.vigie.containment.directory;

import java.net.URI;
import java.time.Duration;

/**
 * All it takes to open a connection; in memory only.
 *
 * @param address {@code ldaps://host:636}, {@code ldap://host} (then StartTLS, unless the host is
 *     this machine), {@code https://host/path}
 * @param base where accounts are: a DN, a realm; empty when the address says it all
 * @param login the connector's own account: a DN, a client id
 * @param secret its password, client secret or bearer token
 * @param trust certificates (PEM, one or several) that alone are trusted; empty for those of the
 *     machine
 * @param signInClient Keycloak: the public client through which a secret is tried; may be empty
 * @param patience how long to wait for a connection, and for each answer
 */
public record DirectoryAccess(
    DirectoryKind kind,
    URI address,
    String base,
    String login,
    String secret,
    String trust,
    AttributeNames names,
    String signInClient,
    Duration patience) {

  /** Never the secret. */
  @Override
  public String toString() {
    return "DirectoryAccess[" + kind + " " + address + "]";
  }
}
