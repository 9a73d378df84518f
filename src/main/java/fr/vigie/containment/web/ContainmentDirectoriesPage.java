package fr.vigie.containment.web;

import fr.vigie.containment.Directories;
import fr.vigie.containment.DirectoryConnection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** /containment/directories.xhtml: the connections of the caller's regions. */
@Named
@RequestScoped
public class ContainmentDirectoriesPage {
  @Inject Directories directories;

  private List<DirectoryConnection> all;

  public List<DirectoryConnection> getAll() {
    if (all == null) {
      all = directories.all();
    }
    return all;
  }

  public String shape(DirectoryConnection connection) {
    if (connection.isManual() || !connection.isActive()) {
      return "none";
    }
    return connection.getCheckFault() != null
        ? "failed"
        : connection.getCheckedAt() == null ? "open" : "done";
  }

  /** What the last test said, by key. */
  public String word(DirectoryConnection connection) {
    if (!connection.isActive()) {
      return "directory.unused";
    }
    if (connection.isManual()) {
      return "directory.byPhone";
    }
    return connection.getCheckFault() != null
        ? "directory.failed"
        : connection.getCheckedAt() == null ? "directory.untested" : "directory.works";
  }
}
