package fr.vigie.identity.web;

import fr.vigie.identity.User;
import fr.vigie.identity.UserAdministration;
import fr.vigie.platform.Page;
import fr.vigie.platform.web.TableState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;

/** /identity/users.xhtml: the accounts. */
@Named
@RequestScoped
public class IdentityUsersPage {
  @Inject UserAdministration administration;
  @Inject Clock clock;

  private final TableState table = new TableState();
  private String text;
  private Page<User> page;

  public Page<User> getPage() {
    if (page == null) {
      page = administration.find(text, table.request());
    }
    return page;
  }

  /** {@code active}, {@code locked} or {@code inactive}. */
  public String state(User user) {
    if (!user.isActive()) {
      return "inactive";
    }
    boolean locked =
        user.getLockedUntil() != null && clock.instant().isBefore(user.getLockedUntil());
    return locked ? "locked" : "active";
  }

  public TableState getTable() {
    return table;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
