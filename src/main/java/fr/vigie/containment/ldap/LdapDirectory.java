package fr.vigie.containment.ldap;

import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/** LDAP directories of both dialects. */
@ApplicationScoped
public class LdapDirectory implements AccountDirectory {
  @Inject Clock clock;

  public LdapDirectory() {}

  /** For use outside of a container. */
  public LdapDirectory(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Set<DirectoryKind> kinds() {
    return Set.of(DirectoryKind.OPENLDAP, DirectoryKind.ACTIVE_DIRECTORY);
  }

  @Override
  public DirectoryLink connect(DirectoryAccess access) {
    LdapDialect dialect =
        switch (access.kind()) {
          case OPENLDAP -> new OpenLdapDialect();
          case ACTIVE_DIRECTORY -> new ActiveDirectoryDialect();
          default -> throw new IllegalArgumentException(access.kind() + " is not spoken here");
        };
    LdapRecord told = new LdapRecord(clock);
    LdapOpening opening = new LdapOpening(access, clock, told);
    return new LdapLink(access, dialect, opening, LdapWire.signedIn(opening, access, told));
  }
}
