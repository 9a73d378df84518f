package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.audit.AuditEntry;
import fr.vigie.audit.AuditTrail;
import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.platform.Act;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who did what on a case, however much that is. */
class CaseHistoryIT {
  /** More than any page, and more than the two thousand acts that were once all there was. */
  private static final int MANY = 2_001;

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
  void the_first_act_of_a_long_case_stands_on_the_last_page() {
    Incident incident = reported();
    done(incident, "Reporting.report", 1, "");
    done(incident, "Tasks.update", MANY, "");
    Page<AuditEntry> newest = acts(Schema.NORMANDY, incident, Set.of(), 0);
    assertThat(newest.total()).isEqualTo(MANY + 2);
    assertThat(newest.rows()).hasSize(50).extracting(AuditEntry::getAct).contains("Tasks.update");
    Page<AuditEntry> oldest = acts(Schema.NORMANDY, incident, Set.of(), MANY);
    assertThat(oldest.rows())
        .extracting(AuditEntry::getAct)
        .containsExactly("Reporting.report", "Test.act");
    Page<AuditEntry> reports = acts(Schema.NORMANDY, incident, Set.of("Reporting"), 0);
    assertThat(reports.total()).isEqualTo(1);
    assertThat(useCases(Schema.NORMANDY, incident))
        .containsExactlyInAnyOrder("Reporting", "Tasks", "Test");
  }

  @Test
  void whoTakesPartCountsAndReadsTheWholeCasesActsAndTheirOwn() {
    Incident incident = reported();
    long ours = schema.organisation("28");
    long theirs = schema.organisation("28");
    List.of(ours, theirs).forEach(who -> Cases.involved(node, Schema.NORMANDY, incident, who));
    done(incident, "Qualification.qualify", 1, "");
    done(incident, "Containment.block", 1, Long.toString(ours));
    done(incident, "Measures.add", 2, Long.toString(theirs));
    Caller member = Node.caller(7002, RowScope.organisation(ours));
    Page<AuditEntry> read = acts(member, incident, Set.of(), 0);
    assertThat(read.rows())
        .extracting(AuditEntry::getAct)
        .contains("Containment.block", "Qualification.qualify")
        .doesNotContain("Measures.add");
    assertThat(read.total()).isEqualTo(read.rows().size());
    assertThat(useCases(member, incident))
        .contains("Containment", "Qualification")
        .doesNotContain("Measures");
    assertThat(acts(Schema.NORMANDY, incident, Set.of("Measures"), 0).total()).isEqualTo(2);
    assertThat(acts(member, incident, Set.of("Measures"), 0).total()).isZero();
  }

  private static Incident reported() {
    return Cases.reported(node, Schema.NORMANDY, "28", Instant.now().minusSeconds(60));
  }

  private static void done(Incident incident, String name, int times, String controller) {
    node.act(
        Caller.SYSTEM,
        Permission.SYSTEM,
        () -> {
          for (int i = 0; i < times; i++) {
            Act act = new Act(name, Schema.NORMANDY, Permission.INCIDENT_EDIT);
            act.about("incident", incident.getReference(), "28").fact("controller", controller);
            node.get(AuditTrail.class).append(act);
          }
          return null;
        });
  }

  private static Page<AuditEntry> acts(
      Caller caller, Incident incident, Set<String> useCases, int first) {
    return node.read(
        caller,
        () ->
            node.get(CaseHistory.class)
                .acts(incident.getReference(), useCases, new Page.Request(first, 50, "", false)));
  }

  private static Set<String> useCases(Caller caller, Incident incident) {
    return node.read(caller, () -> node.get(CaseHistory.class).useCases(incident.getReference()));
  }
}
