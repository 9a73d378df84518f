package fr.vigie.containment;

import fr.vigie.containment.directory.AccountDirectory;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The adapters that are built in: one for each kind of directory. */
@ApplicationScoped
public class DirectoryAdapters {
  @Inject @Any Instance<AccountDirectory> adapters;

  DirectoryLink connect(DirectoryAccess access) {
    return adapter(access.kind()).connect(access);
  }

  private AccountDirectory adapter(DirectoryKind kind) {
    return adapters.stream()
        .filter(adapter -> adapter.kinds().contains(kind))
        .findFirst()
        .orElseThrow(
            () -> new DirectoryFault(DirectoryFault.Kind.NOT_ABLE, "no adapter for " + kind));
  }
}
