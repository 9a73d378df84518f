package fr.vigie.containment.directory;

import java.util.Set;

/**
 * A kind of directory that holds accounts: the port of containment. Adapters are stateless and know
 * nothing of an earlier connection, so that what is read to prove something is read afresh.
 */
public interface AccountDirectory {
  Set<DirectoryKind> kinds();

  /**
   * Opens a connection of its own and signs in with the connector's account.
   *
   * @throws DirectoryFault when it cannot; its kind says what to do
   */
  DirectoryLink connect(DirectoryAccess access);
}
