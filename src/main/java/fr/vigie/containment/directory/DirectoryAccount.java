package fr.vigie.containment.directory;

import java.time.Instant;
import java.util.List;

/**
 * An account as a directory shows it. Texts are empty and instants null where it does not tell.
 *
 * @param uid stands for the account whatever its name becomes (entryUUID, objectGUID, id)
 * @param path where it is by now: a DN, or the address of the resource
 * @param open whether it may sign in, as the directory says
 * @param groups groups and roles, at most {@link #MOST_GROUPS}, in alphabetical order
 * @param secretSetAt when its secret was last set
 */
public record DirectoryAccount(
    String uid,
    String path,
    String login,
    String name,
    String rpps,
    String email,
    String organisation,
    boolean open,
    List<String> groups,
    Instant createdAt,
    Instant changedAt,
    Instant secretSetAt) {
  public static final int MOST_GROUPS = 100;

  public DirectoryAccount {
    path = ForeignText.harmless(path);
    login = ForeignText.harmless(login);
    name = ForeignText.harmless(name);
    rpps = ForeignText.harmless(rpps);
    email = ForeignText.harmless(email);
    organisation = ForeignText.harmless(organisation);
    groups =
        groups.stream().map(ForeignText::harmless).sorted().distinct().limit(MOST_GROUPS).toList();
  }
}
