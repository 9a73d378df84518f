package fr.vigie.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.identity.GrantProposal;
import fr.vigie.identity.Granting;
import fr.vigie.identity.Role;
import fr.vigie.identity.SignIn;
import fr.vigie.identity.User;
import fr.vigie.identity.UserAdministration;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Caller;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.NotPermittedException;
import fr.vigie.platform.RefusedException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gives which role to whom, with real accounts. */
@Tag("gate")
@ExtendWith(ArquillianExtension.class)
class GrantingIT {
  private static final String PASSWORD = "Trois-chats-verts-42";
  private static final String NORMANDY = "28";
  private static final String ELSEWHERE = "32";
  private static long next = 7_500_000;

  @Inject Acts acts;
  @Inject Rows rows;
  @Inject Granting granting;
  @Inject UserAdministration administration;
  @Inject SignIn signIn;

  @Deployment
  static WebArchive war() {
    return Deployments.war();
  }

  /** So that nobody of one test could approve in another. */
  @AfterEach
  void closeAll() throws SQLException {
    rows.change("update app_user set active = false");
    rows.change("delete from grant_proposal");
  }

  @Test
  void aSensitiveRoleHoldsOnceASecondPersonApprovedIt() throws SQLException {
    Caller admin = person(Role.TECHNICAL_ADMIN, null);
    Caller ciso = person(Role.REGIONAL_CISO, NORMANDY);
    User somebody = somebody(admin);
    GrantProposal asked = ask(admin, somebody, Role.REGIONAL_ANALYST, NORMANDY).orElseThrow();
    assertThat(held(somebody)).isZero();
    assertThat(
            rows.one(
                "select count(*) from mail_outbox where recipient = ?",
                ciso.login() + "@example.org"))
        .isEqualTo("1");
    acts.as(ciso, () -> granting.approve(asked.getId()));
    assertThat(held(somebody)).isEqualTo(1);
    assertThat(last()).isEqualTo("DONE Granting.approve " + somebody.getLogin());
    assertThatThrownBy(() -> acts.as(ciso, () -> granting.approve(asked.getId())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void neitherWhoAskedNorWhoReceivesApproves() throws SQLException {
    Caller admin = person(Role.TECHNICAL_ADMIN, null);
    Caller other = person(Role.TECHNICAL_ADMIN, null);
    GrantProposal asked =
        acts.as(admin, () -> granting.give(other.id(), Role.AUDITOR, null, null)).orElse(null);
    assertThat(asked).as("only who asked and who receives could approve: held at once").isNull();
    person(Role.TECHNICAL_ADMIN, null);
    GrantProposal second =
        acts.as(admin, () -> granting.give(other.id(), Role.REGIONAL_CISO, NORMANDY, null))
            .orElseThrow();
    for (Caller one : List.of(admin, other)) {
      assertThatThrownBy(() -> acts.as(one, () -> granting.approve(second.getId())))
          .isInstanceOf(RefusedException.class);
      assertThat(last()).isEqualTo("REFUSED Granting.approve " + other.login());
    }
    assertThatThrownBy(
            () -> acts.as(admin, () -> granting.give(admin.id(), Role.AUDITOR, null, null)))
        .isInstanceOf(RefusedException.class);
    assertThat(last()).isEqualTo("REFUSED Granting.give " + admin.login());
  }

  @Test
  void whoseRowsDoNotCoverTheRoleFindsNothingAndTheTrailNamesTheSubject() throws SQLException {
    Caller admin = person(Role.TECHNICAL_ADMIN, null);
    person(Role.REGIONAL_CISO, NORMANDY);
    Caller elsewhere = person(Role.REGIONAL_CISO, ELSEWHERE);
    User somebody = somebody(admin);
    GrantProposal asked = ask(admin, somebody, Role.REGIONAL_ANALYST, NORMANDY).orElseThrow();
    assertThat(acts.as(elsewhere, granting::waiting)).isEmpty();
    assertThatThrownBy(() -> acts.as(elsewhere, () -> granting.approve(asked.getId())))
        .isInstanceOf(NotFoundException.class);
    assertThat(last()).isEqualTo("NOT_FOUND Granting.approve " + somebody.getLogin());
    Caller analyst = person(Role.REGIONAL_ANALYST, NORMANDY);
    assertThatThrownBy(() -> acts.as(analyst, () -> granting.approve(asked.getId())))
        .isInstanceOf(NotPermittedException.class);
    assertThat(held(somebody)).isZero();
  }

  @Test
  void onlyWhileNobodyElseCouldApproveIsItGivenAtOnceAndTheTrailSaysSo() throws SQLException {
    Caller admin = person(Role.TECHNICAL_ADMIN, null);
    User second = somebody(admin);
    assertThat(ask(admin, second, Role.TECHNICAL_ADMIN, null)).isEmpty();
    assertThat(held(second)).isEqualTo(1);
    assertThat(rows.one("select facts from audit_entry order by seq desc limit 1"))
        .contains("nobody else could approve");
    User third = somebody(admin);
    assertThat(ask(admin, third, Role.TECHNICAL_ADMIN, null)).isPresent();
    assertThatThrownBy(() -> ask(admin, third, Role.TECHNICAL_ADMIN, null))
        .as("asked already")
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aLoneAdministratorDoesNotMakeTheApproverFirst() throws SQLException {
    Caller admin = person(Role.TECHNICAL_ADMIN, null);
    Caller ciso = person(Role.REGIONAL_CISO, NORMANDY);
    User puppet = somebody(admin);
    GrantProposal asked = ask(admin, puppet, Role.REGIONAL_CISO, ELSEWHERE).orElseThrow();
    assertThat(held(puppet)).as("nobody's rows cover these, still it waits").isZero();
    acts.as(ciso, () -> granting.approve(asked.getId()));
    assertThat(held(puppet)).isEqualTo(1);
    rows.change("update app_user set active = false where id in (?, ?)", ciso.id(), puppet.getId());
    User next = somebody(admin);
    assertThatThrownBy(() -> ask(admin, next, Role.ARS, NORMANDY))
        .as("alone again, but the house is no longer new")
        .isInstanceOf(RefusedException.class)
        .hasMessage("identity.refused.nobodyApproves");
    assertThat(held(next)).isZero();
  }

  @Test
  void whatAClosedAccountAskedForIsNoLongerAskedFor() throws SQLException {
    Caller stolen = person(Role.TECHNICAL_ADMIN, null);
    Caller admin = person(Role.TECHNICAL_ADMIN, null);
    Caller ciso = person(Role.REGIONAL_CISO, NORMANDY);
    User somebody = somebody(stolen);
    GrantProposal asked = ask(stolen, somebody, Role.REGIONAL_ANALYST, NORMANDY).orElseThrow();
    acts.as(admin, () -> administration.change(stolen.id(), "Stolen", "s@example.org", false));
    assertThatThrownBy(() -> acts.as(ciso, () -> granting.approve(asked.getId())))
        .isInstanceOf(RefusedException.class);
    assertThat(held(somebody)).isZero();
  }

  @Test
  void aGivenPasswordGivesNoRightsUntilItIsChanged() throws SQLException {
    Caller admin = person(Role.TECHNICAL_ADMIN, null);
    Caller auditor = person(Role.AUDITOR, null);
    int epoch = Integer.parseInt(rows.one(EPOCH, auditor.id()));
    assertThat(signIn.standing(auditor.login(), epoch)).isEqualTo(SignIn.Standing.GOOD);
    acts.as(
        admin,
        () -> {
          administration.resetPassword(auditor.id(), PASSWORD);
          return null;
        });
    assertThat(signIn.callerOf(auditor.login()).grants()).isEmpty();
    assertThat(signIn.standing(auditor.login(), epoch)).isEqualTo(SignIn.Standing.OVER);
    assertThat(signIn.standing(auditor.login(), epoch + 1)).isEqualTo(SignIn.Standing.PASSWORD_DUE);
  }

  private static final String EPOCH = "select credentials_epoch from app_user where id = ?";

  private Optional<GrantProposal> ask(Caller admin, User user, Role role, String region) {
    return acts.as(admin, () -> granting.give(user.getId(), role, region, null));
  }

  private User somebody(Caller admin) {
    String login = "somebody-" + next++;
    return acts.as(admin, () -> administration.open(login, "Somebody", "", PASSWORD));
  }

  /** An active person with one role. */
  private Caller person(Role role, String region) throws SQLException {
    long id = next++;
    String login = "person-" + id;
    rows.change(
        "insert into app_user (id, version, login, display_name, email, password_hash, active,"
            + " failed_logins, created_at) values (?, 1, ?, 'Person', ?, '-', true, 0,"
            + " utc_timestamp(6))",
        id,
        login,
        login + "@example.org");
    rows.change(
        "insert into user_grant (id, version, user_id, role, region_code) values (?, 1, ?, ?, ?)",
        id,
        id,
        role.name(),
        region);
    return signIn.callerOf(login);
  }

  private int held(User user) {
    return Integer.parseInt(
        rows.one("select count(*) from user_grant where user_id = ?", user.getId()));
  }

  private String last() {
    return rows.one(
        "select concat(outcome, ' ', act, ' ', subject) from audit_entry order by seq desc limit 1");
  }
}
