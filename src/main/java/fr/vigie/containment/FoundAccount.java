package fr.vigie.containment;

import fr.vigie.containment.directory.DirectoryAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.List;

/** An account as a search showed it, kept until it is listed; texts are cut to their columns. */
@Embeddable
public class FoundAccount implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int TEXT_MAX = 250;
  private static final int PATH_MAX = 500;
  private static final int GROUPS_MAX = 4_000;

  /** Null while nothing is found, so that a uid can be unique in a run. */
  @Column(name = "directory_uid")
  private String uid;

  @Column(name = "found_login")
  private String login = "";

  @Column(name = "found_name")
  private String name = "";

  @Column(name = "found_rpps")
  private String rpps = "";

  @Column(name = "found_email")
  private String email = "";

  @Column(name = "directory_path")
  private String path = "";

  @Column(name = "directory_groups")
  private String groups = "";

  protected FoundAccount() {}

  static FoundAccount none() {
    return new FoundAccount();
  }

  static FoundAccount of(DirectoryAccount account) {
    FoundAccount found = new FoundAccount();
    found.uid = account.uid();
    found.login = cut(account.login(), TEXT_MAX);
    found.name = cut(account.name(), TEXT_MAX);
    found.rpps = cut(account.rpps(), TEXT_MAX);
    found.email = cut(account.email(), TEXT_MAX);
    found.path = cut(account.path(), PATH_MAX);
    found.groups = cut(String.join("\n", account.groups()), GROUPS_MAX);
    return found;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** As the directory showed it, as far as it was kept. */
  DirectoryAccount account() {
    List<String> in = groups.isEmpty() ? List.of() : List.of(groups.split("\n"));
    return new DirectoryAccount(
        uid, path, login, name, rpps, email, "", true, in, null, null, null);
  }

  String uid() {
    return uid;
  }

  public String getLogin() {
    return login;
  }

  public String getName() {
    return name;
  }
}
