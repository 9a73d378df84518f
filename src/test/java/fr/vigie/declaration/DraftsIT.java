package fr.vigie.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.audit.AuditEntry;
import fr.vigie.containment.AccountState;
import fr.vigie.containment.AccountStep;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.Containment;
import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.database.Waves;
import fr.vigie.identity.Role;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.CaseHistory;
import fr.vigie.incident.Closing;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Workstream;
import fr.vigie.investigation.ScopeFrozen;
import fr.vigie.investigation.ScopeRepository;
import fr.vigie.investigation.ScopeVersion;
import fr.vigie.platform.Caller;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What was begun and not filed. */
class DraftsIT {
  private static final String REGION = "52";
  private static final Instant NOW = Instant.parse("2024-06-10T08:00:00Z");
  private static final Caller ONE = Node.caller(7201, RowScope.region(REGION));
  private static final Caller ARS =
      new Caller(
          7202,
          "ars",
          "Agent de l’ARS",
          List.of(new Caller.Grant(Role.ARS.permissions(), RowScope.region(REGION))));

  @Test
  void aDraftKeepsTheCaseOpenUntilItIsDiscardedAndNothingElseIsErased() {
    Schema schema = Schema.migrated();
    try (Node node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC))) {
      node.get(FormSchemas.class).load();
      Incident incident = Cases.qualified(node, ONE, REGION, NOW);
      Involvement controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
      Declaration draft = draft(node, incident, controller);
      assertThat(obstacles(node, incident)).contains("declaration.pending.draft");
      node.act(
          ONE,
          Permission.DECLARATION_PREPARE,
          () -> node.get(Declaring.class).discard(draft.getId()));
      assertThat(obstacles(node, incident)).doesNotContain("declaration.pending.draft");
      Declaration kept = draft(node, incident, controller);
      schema.change("update declaration set state = 'READY' where id = ?", kept.getId());
      assertThat(obstacles(node, incident)).contains("declaration.pending.sign.CNIL");
      assertThatThrownBy(() -> schema.change("delete from declaration where id = ?", kept.getId()))
          .hasStackTraceContaining("declarations are kept");
    }
  }

  @Test
  void aReceiptThatLacksIsToldUntilItIsJoinedAlsoOfAClosedCase() {
    Schema schema = Schema.migrated();
    try (Node node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC))) {
      node.get(FormSchemas.class).load();
      Incident incident = Cases.qualified(node, ONE, REGION, NOW);
      Involvement controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
      Declaration sent = draft(node, incident, controller);
      schema.change(
          "update declaration set state = 'SENT', acknowledgement = 'X-1' where id = ?",
          sent.getId());
      assertThat(obstacles(node, incident)).doesNotContain("declaration.pending.receipt");
      assertThat(next(node, incident)).contains("declaration.pending.receipt");
      schema.change("update incident set state = 'CLOSED' where id = ?", incident.getId());
      assertThat(next(node, incident)).containsExactly("declaration.pending.receipt");
    }
  }

  @Test
  void whoReadsNoDraftsIsToldOnlyThatSomethingIsLeftToDo() {
    Schema schema = Schema.migrated();
    try (Node node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC))) {
      node.get(FormSchemas.class).load();
      Incident incident = Cases.qualified(node, ONE, REGION, NOW);
      Involvement controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
      draft(node, incident, controller);
      assertThat(next(node, incident)).contains("declaration.pending.draft");
      assertThat(next(node, incident, ARS))
          .contains("incident.pending.ofOthers")
          .noneMatch(key -> key.startsWith("declaration."));
    }
  }

  private static List<String> next(Node node, Incident incident) {
    return next(node, incident, ONE);
  }

  private static List<String> next(Node node, Incident incident, Caller reader) {
    return node.read(
        reader,
        () ->
            node.get(CaseFile.class).overview(incident.getReference()).pending().stream()
                .map(Workstream.Pending::key)
                .toList());
  }

  @Test
  void accountsBlockedWithProofAreMeasuresTakenAndTheOthersAreNot() {
    Schema schema = Schema.migrated();
    try (Node node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC))) {
      node.get(FormSchemas.class).load();
      Incident incident = Cases.qualified(node, ONE, REGION, NOW);
      Long owner = schema.organisation(REGION);
      Involvement controller = Cases.involved(node, ONE, incident, owner);
      Long other = schema.organisation(REGION);
      Cases.involved(node, ONE, incident, other);
      String prove =
          "update compromised_account set state = 'BLOCKED', proven_at = blocked_at where id = ?";
      schema.change(prove, block(node, incident, owner, "proven"));
      schema.change(prove, block(node, incident, other, "elsewhere"));
      block(node, incident, owner, "claimed");
      Payload answers = draft(node, incident, controller).payload();
      assertThat(answers.get("measures_taken").orElseThrow().values().toString())
          .contains("Un compte compromis bloqué, avec sa preuve, le lun. 10 juin 2024");
    }
  }

  private static Long block(Node node, Incident incident, Long owner, String login) {
    return node.act(
        ONE,
        Permission.CONTAINMENT_ACT,
        () -> {
          Containment containment = node.get(Containment.class);
          CompromisedAccount account =
              containment.list(
                  incident.getReference(),
                  owner,
                  new CompromisedAccount.Description(login, "Annuaire", "", "", ""));
          AccountStep.Recorded how = new AccountStep.Recorded(NOW, "Astreinte", "", null);
          return containment.record(account.getId(), AccountState.BLOCKED, how).getId();
        });
  }

  @Test
  void aChangedListAsksForAComplementOnlyOfWhatWasDeclared() {
    Schema schema = Schema.migrated();
    try (Node node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC))) {
      node.get(FormSchemas.class).load();
      Incident incident = Cases.qualified(node, ONE, REGION, NOW);
      Involvement controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
      Waves.running(schema, controller.getId(), 0);
      Declaration draft = draft(node, incident, controller);
      assertThat(complementDue(schema, node, controller)).as("a draft tells nobody").isFalse();
      schema.change("update declaration set state = 'SENT' where id = ?", draft.getId());
      assertThat(complementDue(schema, node, controller)).isTrue();
    }
  }

  @Test
  void anAuthorityThatLooksOnReadsWhatWasSentAndNothingBefore() {
    Schema schema = Schema.migrated();
    try (Node node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC))) {
      node.get(FormSchemas.class).load();
      Incident incident = Cases.qualified(node, ONE, REGION, NOW);
      Involvement controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
      Declaration first = draft(node, incident, controller);
      for (String state : List.of("DRAFT", "READY", "APPROVED")) {
        schema.change("update declaration set state = ? where id = ?", state, first.getId());
        assertThatThrownBy(() -> sheet(node, ARS, first))
            .as(state)
            .isInstanceOf(NotFoundException.class);
        assertThat(known(node, ARS, incident)).as(state).isEmpty();
        assertThat(found(node, ARS)).as(state).doesNotContain(first);
        assertThat(found(node, ONE)).as(state).contains(first);
      }
      sent(schema, first);
      Declaration next =
          node.act(
              ONE,
              Permission.DECLARATION_PREPARE,
              () -> node.get(Declaring.class).complement(first.getId()));
      assertThat(sheet(node, ARS, first).versions()).containsExactly(first);
      assertThat(known(node, ARS, incident)).containsExactly(first);
      assertThat(found(node, ARS)).contains(first).doesNotContain(next);
      assertThat(sheet(node, ONE, first).versions()).containsExactly(first, next);
    }
  }

  @Test
  void aSentTextKeepsItsCaseAndItsAccents() {
    Schema schema = Schema.migrated();
    try (Node node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC))) {
      node.get(FormSchemas.class).load();
      Incident incident = Cases.qualified(node, ONE, REGION, NOW);
      Involvement controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
      Declaration declaration = draft(node, incident, controller);
      schema.change(
          "update declaration set frozen_text = 'été', frozen_hash = 'h' where id = ?",
          declaration.getId());
      sent(schema, declaration);
      assertThatThrownBy(
              () ->
                  schema.change(
                      "update declaration set frozen_text = 'ETE' where id = ?",
                      declaration.getId()))
          .hasStackTraceContaining("byte by byte");
    }
  }

  @Test
  void noColumnOfASentDeclarationChangesButForItsReceiptGivenOnce() {
    Schema schema = Schema.migrated();
    try (Node node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC))) {
      node.get(FormSchemas.class).load();
      Incident incident = Cases.qualified(node, ONE, REGION, NOW);
      Involvement controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
      Declaration declaration = draft(node, incident, controller);
      sent(schema, declaration);
      List<String> columns = columns(node);
      assertThat(columns).anyMatch(change -> change.startsWith("hands =")).hasSizeGreaterThan(25);
      for (String change : columns) {
        assertThatThrownBy(
                () ->
                    schema.change(
                        "update declaration set " + change + " where id = ?", declaration.getId()))
            .as(change)
            .hasStackTraceContaining("a sent declaration is frozen");
      }
    }
  }

  @Test
  void whatWasSignedIsSentAsItWasSigned() {
    Schema schema = Schema.migrated();
    try (Node node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC))) {
      node.get(FormSchemas.class).load();
      Incident incident = Cases.qualified(node, ONE, REGION, NOW);
      Involvement controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
      Long id = draft(node, incident, controller).getId();
      schema.change(
          "update declaration set state = 'APPROVED', frozen_text = '{}', frozen_hash = 'a',"
              + " approved_by = 1 where id = ?",
          id);
      for (String change : List.of("payload = '{}'", "frozen_text = ''", "approved_by = 2")) {
        assertThatThrownBy(
                () ->
                    schema.change(
                        "update declaration set state = 'SENT', " + change + " where id = ?", id))
            .as(change)
            .hasStackTraceContaining("a signed declaration is sent as it was signed");
      }
      schema.change(
          "update declaration set state = 'DRAFT', approved_by = null, frozen_text = null,"
              + " frozen_hash = null, payload = '{}' where id = ?",
          id);
    }
  }

  @Test
  void everyActOnADeclarationStandsInTheHistoryOfItsCase() {
    Schema schema = Schema.migrated();
    try (Node node = schema.node(Clock.fixed(NOW, ZoneOffset.UTC))) {
      node.get(FormSchemas.class).load();
      Incident incident = Cases.qualified(node, ONE, REGION, NOW);
      Involvement controller = Cases.involved(node, ONE, incident, schema.organisation(REGION));
      Declaration useless = draft(node, incident, controller);
      act(node, "Declaring.discard", () -> node.get(Declaring.class).discard(useless.getId()));
      Long id = draft(node, incident, controller).getId();
      schema.change("update declaration set state = 'READY' where id = ?", id);
      act(node, "Signing.sendBack", () -> node.get(Signing.class).sendBack(id, "Nombre à revoir"));
      schema.change("update declaration set state = 'APPROVED' where id = ?", id);
      schema.change("update declaration set approved_at = prepared_at where id = ?", id);
      Sending sending = new Sending(NOW, "CNIL-2024-7", "", null);
      act(node, "Signing.sent", () -> node.get(Signing.class).sent(id, sending));
      assertThat(history(node, ONE, incident))
          .containsSubsequence(
              "Signing.sent",
              "Signing.sendBack",
              "Declaring.prepare",
              "Declaring.discard",
              "Declaring.prepare");
      assertThat(history(node, ARS, incident))
          .contains("Signing.sent")
          .doesNotContain("Signing.sendBack", "Declaring.prepare", "Declaring.discard");
      Caller hospital = Node.caller(7203, RowScope.organisation(own(controller)));
      assertThat(history(node, hospital, incident)).contains("Signing.sent", "Declaring.prepare");
      Long other = schema.organisation(REGION);
      Cases.involved(node, ONE, incident, other);
      assertThat(history(node, Node.caller(7204, RowScope.organisation(other)), incident))
          .doesNotContain("Signing.sent", "Declaring.prepare");
    }
  }

  private static Long own(Involvement controller) {
    return controller.getOrganisation().getId();
  }

  private static void act(Node node, String name, Supplier<?> work) {
    node.act(name, ONE, Permission.DECLARATION_SIGN, work);
  }

  private static List<String> history(Node node, Caller reader, Incident incident) {
    return node.read(
        reader,
        () ->
            node
                .get(CaseHistory.class)
                .acts(incident.getReference(), Set.of(), new Page.Request(0, 200, "", false))
                .rows()
                .stream()
                .map(AuditEntry::getAct)
                .toList());
  }

  /** A change of each column, in SQL. */
  private static List<String> columns(Node node) {
    return node.read(
        ONE,
        () -> {
          List<?> rows =
              node.entities()
                  .createNativeQuery(
                      "select column_name, data_type from information_schema.columns where"
                          + " table_schema = database() and table_name = 'declaration' and"
                          + " column_name not in ('version', 'receipt_id')")
                  .getResultList();
          return rows.stream().map(row -> change((Object[]) row)).toList();
        });
  }

  private static String change(Object[] column) {
    String name = String.valueOf(column[0]);
    return switch (String.valueOf(column[1])) {
      case "bigint", "int" -> name + " = coalesce(" + name + ", 0) + 1";
      case "datetime" -> name + " = coalesce(" + name + ", utc_timestamp(6)) + interval 1 day";
      default -> name + " = left(concat('z', coalesce(" + name + ", '')), 8)";
    };
  }

  private static void sent(Schema schema, Declaration declaration) {
    schema.change(
        "update declaration set state = 'SENT', sent_at = prepared_at, acknowledgement = 'CNIL-1'"
            + " where id = ?",
        declaration.getId());
  }

  private static DeclarationFile.Sheet sheet(Node node, Caller reader, Declaration declaration) {
    return node.act(
        reader,
        Permission.DECLARATION_READ,
        () -> node.get(DeclarationFile.class).get(declaration.getId()));
  }

  private static List<Declaration> known(Node node, Caller reader, Incident incident) {
    return node.act(
        reader,
        Permission.DECLARATION_READ,
        () ->
            node.get(DeclarationFile.class).of(incident.getReference()).stream()
                .flatMap(row -> row.declarations().stream())
                .toList());
  }

  private static List<Declaration> found(Node node, Caller reader) {
    Page.Request page = new Page.Request(0, 500, "", false);
    return node.act(
        reader,
        Permission.DECLARATION_READ,
        () -> node.get(DeclarationFile.class).find(DeclarationFilter.ALL, page).rows());
  }

  /** After a list was frozen whose number changed much. */
  private static boolean complementDue(Schema schema, Node node, Involvement controller) {
    schema.change(
        "update scope_version set complement_due = true where involvement_id = ?",
        controller.getId());
    return node.act(
        ONE,
        Permission.SCOPE_FREEZE_APPROVE,
        () -> {
          ScopeVersion list = node.get(ScopeRepository.class).frozen(controller).orElseThrow();
          node.get(ComplementDuty.class).frozen(new ScopeFrozen(list, list, true));
          return list.isComplementDue();
        });
  }

  private static Declaration draft(Node node, Incident incident, Involvement controller) {
    return node.act(
        "Declaring.prepare",
        ONE,
        Permission.DECLARATION_PREPARE,
        () ->
            node.get(Declaring.class)
                .prepare(incident.getReference(), controller.getId(), DeclarationKind.CNIL));
  }

  private static List<String> obstacles(Node node, Incident incident) {
    return node.read(
        ONE,
        () ->
            node.get(Closing.class).obstacles(incident.getReference()).stream()
                .map(Workstream.Pending::key)
                .toList());
  }
}
