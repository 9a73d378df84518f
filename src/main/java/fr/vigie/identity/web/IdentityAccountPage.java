package fr.vigie.identity.web;

import fr.vigie.identity.ApiToken;
import fr.vigie.identity.OwnAccount;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.omnifaces.util.Faces;

/** /identity/account.xhtml: one's own password and API tokens. */
@Named
@RequestScoped
public class IdentityAccountPage {
  private static final String SAME = "/identity/account.xhtml?faces-redirect=true";

  @Inject OwnAccount account;
  @Inject SessionLimits sessions;
  @Inject Messages messages;
  @Inject Clock clock;

  private String present;
  private String wanted;
  private String again;
  private String label;
  private String secret;
  private OwnAccount.Mine mine;

  public String changePassword() {
    if (!Objects.equals(wanted, again)) {
      throw RefusedException.at("again", "identity.refused.passwordsDiffer");
    }
    boolean due = isPasswordDue();
    sessions.goOn(Faces.getRequest(), account.changePassword(present, wanted));
    messages.done("identity.done.password");
    return due ? "/index.xhtml?faces-redirect=true" : SAME;
  }

  /** Stays on the page without redirect: the secret is shown this once and kept nowhere. */
  public void newToken() {
    secret = account.newToken(label);
    mine = null;
    label = null;
  }

  public String revoke(Long id) {
    account.revokeToken(id);
    messages.done("identity.done.tokenRevoked");
    return SAME;
  }

  public List<ApiToken> getTokens() {
    return mine().tokens();
  }

  /** Somebody else set the password: until it is changed nothing else works. */
  public boolean isPasswordDue() {
    return mine().passwordDue();
  }

  private OwnAccount.Mine mine() {
    if (mine == null) {
      mine = account.mine();
    }
    return mine;
  }

  /** {@code active}, {@code revoked} or {@code expired}. */
  public String state(ApiToken token) {
    if (token.getRevokedAt() != null) {
      return "revoked";
    }
    return clock.instant().isBefore(token.getExpiresAt()) ? "active" : "expired";
  }

  public String getSecret() {
    return secret;
  }

  public String getPresent() {
    return present;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }
}
