package fr.vigie.identity.web;

import fr.vigie.identity.Granting;
import fr.vigie.identity.Role;
import fr.vigie.identity.User;
import fr.vigie.identity.UserAdministration;
import fr.vigie.identity.UserGrant;
import fr.vigie.platform.Ids;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import fr.vigie.reference.Directory;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.Region;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** /identity/user.xhtml: one account and its roles; without id, a new one. */
@Named
@ViewScoped
public class IdentityUserPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject UserAdministration administration;
  @Inject Granting granting;
  @Inject IdentityGrantsPage grants;
  @Inject Directory directory;
  @Inject Messages messages;
  @Inject Clock clock;

  private final Map<String, String> typed = new HashMap<>();
  private String id;
  private User user;
  private boolean active = true;
  private Role role = Role.REGIONAL_ANALYST;
  private String region;
  private Organisation organisation;

  public void load() {
    user = id == null ? null : administration.get(Ids.parse("User", id));
    if (user != null) {
      typed.put("displayName", user.getDisplayName());
      typed.put("email", user.getEmail());
      active = user.isActive();
    }
  }

  public String open() {
    User opened =
        administration.open(
            text("login"), text("displayName"), text("email"), typed.get("password"));
    return done(opened.getId(), "identity.done.opened", opened.getDisplayName());
  }

  public String change() {
    administration.change(user.getId(), text("displayName"), text("email"), active);
    return done(user.getId(), "identity.done.changed", text("displayName"));
  }

  public String resetPassword() {
    if (!Objects.equals(typed.get("password"), typed.get("again"))) {
      throw RefusedException.at("again", "identity.refused.passwordsDiffer");
    }
    administration.resetPassword(user.getId(), typed.get("password"));
    return done(user.getId(), "identity.done.reset", user.getDisplayName());
  }

  public String unlock() {
    administration.unlock(user.getId());
    return done(user.getId(), "identity.done.unlocked", user.getDisplayName());
  }

  /** Locked out for a while by wrong passwords. */
  public boolean isLocked() {
    return user.getLockedUntil() != null && clock.instant().isBefore(user.getLockedUntil());
  }

  public String give() {
    boolean waits =
        granting
            .give(user.getId(), role, region, organisation == null ? null : organisation.getId())
            .isPresent();
    return done(
        user.getId(),
        waits ? "identity.done.asked" : "identity.done.granted",
        user.getDisplayName());
  }

  public String revoke(Long grant) {
    administration.revoke(user.getId(), grant);
    return done(user.getId(), "identity.done.revoked", user.getDisplayName());
  }

  private String done(Long subject, String key, String name) {
    messages.done(key, name);
    return "/identity/user.xhtml?faces-redirect=true&id=" + subject;
  }

  private String text(String field) {
    return Objects.toString(typed.get(field), "");
  }

  public String rows(UserGrant grant) {
    return grants.rows(grant.getRegionCode(), grant.getOrganisationId());
  }

  /** What waits for a second person, of this account. */
  public List<Granting.Waiting> getWaiting() {
    return grants.getWaiting().stream().filter(it -> it.proposal().getUser().equals(user)).toList();
  }

  public List<Region> getRegions() {
    return directory.regions();
  }

  public Role[] getRoles() {
    return Role.values();
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public User getUser() {
    return user;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public void setOrganisation(Organisation organisation) {
    this.organisation = organisation;
  }
}
