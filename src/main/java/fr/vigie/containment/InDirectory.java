package fr.vigie.containment;

import fr.vigie.containment.directory.DirectoryAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** Where an account is in a directory, with its rights as last seen there. */
@Embeddable
public class InDirectory implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int PATH_MAX = 500;
  private static final int GROUPS_MAX = 4_000;

  @ManyToOne
  @JoinColumn(name = "connection_id")
  private DirectoryConnection connection;

  @Column(name = "directory_uid")
  private String uid = "";

  @Column(name = "directory_path")
  private String path = "";

  @Column(name = "directory_groups")
  private String groups = "";

  @Column(name = "seen_at")
  private Instant seenAt;

  protected InDirectory() {}

  /** In no directory that Vigie reaches. */
  static InDirectory nowhere() {
    return new InDirectory();
  }

  static InDirectory of(DirectoryConnection connection, DirectoryAccount account, Instant at) {
    InDirectory place = new InDirectory();
    place.connection = connection;
    place.uid = account.uid();
    place.seen(account, at);
    return place;
  }

  /** It may have moved, and have other groups by now. */
  void seen(DirectoryAccount account, Instant at) {
    path = cut(account.path(), PATH_MAX);
    groups = cut(String.join("\n", account.groups()), GROUPS_MAX);
    seenAt = at;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  public DirectoryConnection getConnection() {
    return connection;
  }

  String uid() {
    return uid;
  }

  public boolean is(Long connectionId, String other) {
    return connection != null && connection.getId().equals(connectionId) && uid.equals(other);
  }

  public String getPath() {
    return path;
  }

  public List<String> getGroups() {
    return groups.isEmpty() ? List.of() : List.of(groups.split("\n"));
  }

  public Instant getSeenAt() {
    return seenAt;
  }
}
