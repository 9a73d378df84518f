package fr.vigie.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts as the regional team follows them, and what an organisation learns of that. */
class ContainmentIT {
  private static final String REGION = "27";
  private static final Caller TEAM = Node.caller(7801, RowScope.region(REGION));

  private static Schema schema;
  private static Node node;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void anOrganisationIsToldHowManyAccountsItIsNotShown() {
    Incident incident = Cases.qualified(node, TEAM, REGION, Instant.now().minusSeconds(3_600));
    long hospital = schema.organisation(REGION);
    Involvement part = Cases.involved(node, TEAM, incident, hospital);
    list(incident, null, "dr.a");
    CompromisedAccount cleared = list(incident, null, "dr.b");
    schema.change("update compromised_account set state = 'CLEARED' where id = ?", cleared.getId());
    list(incident, hospital, "dr.c");
    Caller dpo = Node.caller(7802, RowScope.organisation(hospital));
    Containment.Overview seen = overview(dpo, incident);
    assertThat(part.getOrganisation().getId()).isEqualTo(hospital);
    assertThat(seen.accounts()).extracting(CompromisedAccount::getLogin).containsExactly("dr.c");
    assertThat(seen.unseen()).isEqualTo(2);
    assertThat(seen.unseenDone()).isEqualTo(1);
    assertThat(overview(TEAM, incident).unseen()).isZero();
  }

  @Test
  void whatIsLearntOfAnAccountLaterCompletesItAndWhatWasSaidBeforeStays() {
    Incident incident = Cases.reported(node, TEAM, REGION, Instant.now().minusSeconds(60));
    long hospital = schema.organisation(REGION);
    CompromisedAccount account = list(incident, null, "dr.a");
    list(incident, null, "dr.b");
    describe(account, hospital, "dr.a", "12345678901");
    Containment.Overview seen = overview(TEAM, incident);
    CompromisedAccount known = seen.accounts().get(0);
    assertThat(known.getHolder()).isEqualTo("Dr A");
    assertThat(known.getOrganisation().getId()).isEqualTo(hospital);
    assertThat(known.isRppsDoubtful()).isTrue();
    assertThat(seen.former())
        .singleElement()
        .satisfies(
            before -> {
              assertThat(before.getHolder()).isEmpty();
              assertThat(before.getOrganisation()).isNull();
              assertThat(before.getReplacedBy()).isEqualTo(TEAM.displayName());
            });
    assertThatThrownBy(() -> describe(account, hospital, "dr.a", ""))
        .as("read before the change")
        .hasMessage("common.refused.changedMeanwhile");
    assertThatThrownBy(() -> describe(known, hospital, "dr.b", ""))
        .hasMessage("containment.refused.listed");
    assertThatThrownBy(() -> describe(known, hospital, "dr.a", "123"))
        .hasMessage("containment.refused.rpps");
    assertThat(overview(TEAM, incident).former()).hasSize(1);
  }

  @Test
  void whatWasSaidOfAnAccountUnderAnotherOrganisationStaysWithTheTeam() {
    Incident incident = Cases.qualified(node, TEAM, REGION, Instant.now().minusSeconds(3_600));
    long mistaken = schema.organisation(REGION);
    long hospital = schema.organisation(REGION);
    Cases.involved(node, TEAM, incident, mistaken);
    Cases.involved(node, TEAM, incident, hospital);
    CompromisedAccount account = list(incident, mistaken, "dr.a");
    record(account, AccountState.CONFIRMED, "Vu dans les journaux du premier");
    describe(known(incident), hospital, "dr.a", "");
    Caller dpo = Node.caller(7803, RowScope.organisation(hospital));
    Containment.Overview seen = overview(dpo, incident);
    assertThat(seen.accounts()).hasSize(1);
    assertThat(seen.former()).isEmpty();
    assertThat(seen.steps()).isEmpty();
    assertThat(overview(TEAM, incident).former()).hasSize(1);
    assertThat(overview(TEAM, incident).steps()).hasSize(1);
  }

  @Test
  void whatWasProvedOfOneAccountIsNotGivenToAnother() {
    Incident incident = Cases.qualified(node, TEAM, REGION, Instant.now().minusSeconds(3_600));
    record(list(incident, null, "dr.a"), AccountState.BLOCKED, "");
    assertThatThrownBy(() -> describe(known(incident), null, "dr.z", ""))
        .hasMessage("containment.refused.renamed");
    describe(known(incident), null, "dr.a", "12345678901");
  }

  private static CompromisedAccount known(Incident incident) {
    return overview(TEAM, incident).accounts().get(0);
  }

  private static void record(CompromisedAccount account, AccountState state, String note) {
    AccountStep.Recorded said =
        new AccountStep.Recorded(Instant.now().minusSeconds(1), "Équipe", note, null);
    act(all -> all.record(account.getId(), state, said));
  }

  @Test
  void anAccountIsClearedForAReason() {
    Incident incident = Cases.reported(node, TEAM, REGION, Instant.now().minusSeconds(60));
    CompromisedAccount account = list(incident, null, "dr.a");
    assertThatThrownBy(() -> clear(account, " ")).hasMessage("containment.refused.clearReason");
    assertThat(clear(account, "Son titulaire était de garde").getState())
        .isEqualTo(AccountState.CLEARED);
  }

  private static CompromisedAccount clear(CompromisedAccount account, String why) {
    AccountStep.Recorded said =
        new AccountStep.Recorded(Instant.now().minusSeconds(1), "Équipe", why, null);
    return act(all -> all.record(account.getId(), AccountState.CLEARED, said));
  }

  private static CompromisedAccount describe(
      CompromisedAccount account, Long organisation, String login, String rpps) {
    return act(
        all ->
            all.describe(
                account.getId(),
                account.seen(),
                organisation,
                new CompromisedAccount.Description(login, "Annuaire", "Dr A", rpps, "")));
  }

  private static Containment.Overview overview(Caller who, Incident incident) {
    return node.read(who, () -> node.get(Containment.class).overview(incident.getReference()));
  }

  private static CompromisedAccount list(Incident incident, Long organisation, String login) {
    return act(
        all ->
            all.list(
                incident.getReference(),
                organisation,
                new CompromisedAccount.Description(login, "Annuaire", "", "", "")));
  }

  private static <T> T act(Function<Containment, T> act) {
    return node.act(TEAM, Permission.CONTAINMENT_ACT, () -> act.apply(node.get(Containment.class)));
  }
}
