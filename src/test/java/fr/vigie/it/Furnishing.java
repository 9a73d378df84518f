package fr.vigie.it;

import fr.vigie.containment.AccountAction;
import fr.vigie.containment.AccountStep;
import fr.vigie.containment.Blocking;
import fr.vigie.containment.BulkBlocking;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.ConnectionData;
import fr.vigie.containment.Containment;
import fr.vigie.containment.Directories;
import fr.vigie.containment.Lifting;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.incident.Step;
import fr.vigie.incident.TaskOwner;
import fr.vigie.incident.Tasks;
import fr.vigie.investigation.ColumnMapping;
import fr.vigie.investigation.DataCategory;
import fr.vigie.investigation.Exposure;
import fr.vigie.investigation.ScopeFreezing;
import fr.vigie.investigation.ScopeImporting;
import fr.vigie.notification.MessageBlock;
import fr.vigie.notification.MessageDraft;
import fr.vigie.notification.MessageTemplate;
import fr.vigie.notification.NotificationWave;
import fr.vigie.notification.Notifying;
import fr.vigie.notification.TemplateWriting;
import fr.vigie.platform.Acts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What no single attempt can make: a task, a list frozen by two, a message, a wave. */
@Dependent
class Furnishing {
  /** Its first person is the one that {@link Guesses} would search for. */
  private static final String PERSONS =
      """
      NOM;PRENOM;DATE_NAISSANCE;TELEPHONE;COURRIEL;IPP
      %1$s;%1$s;%2$s;0199000101;essai@example.org;A-0001
      Lefèvre;Noël;1984-11-03;0199000102;noel.lefevre@example.org;A-0002
      """
          .formatted(Guesses.TEXT, Guesses.BIRTH_DATE);

  @Inject Acts acts;
  @Inject Rows rows;
  @Inject Tasks tasks;
  @Inject ScopeImporting importing;
  @Inject ScopeFreezing freezing;
  @Inject TemplateWriting writing;
  @Inject Notifying notifying;
  @Inject Directories directories;
  @Inject Containment containment;
  @Inject Blocking blocking;
  @Inject BulkBlocking bulk;
  @Inject Lifting lifting;
  @Inject LogFurnishing logs;

  /** Makes them for one controller and names the rows, by table. */
  Map<String, Long> furnish(String reference, Long involvement) {
    Map<String, Long> made = new LinkedHashMap<>();
    made.put("involvement", involvement);
    made.put("incident_task", acts.as(Scene.OWNER, () -> task(reference)));
    block(reference, made);
    made.put("blocking_run", acts.as(Scene.OWNER, () -> run(reference)));
    logs.furnish(reference, made);
    made.put("scope_upload", acts.as(Scene.OWNER, () -> list(involvement)));
    String list =
        acts.as(Scene.OWNER, () -> freezing.propose(involvement, "Journaux", "Rien", null)).seen();
    made.put(
        "scope_version", acts.as(Scene.SECOND, () -> freezing.approve(involvement, list)).getId());
    acts.as(Scene.OWNER, () -> message(involvement));
    String text = acts.as(Scene.OWNER, () -> writing.propose(involvement)).seen();
    made.put(
        "message_template",
        acts.as(Scene.SECOND, () -> writing.approve(involvement, text)).getId());
    NotificationWave wave = acts.as(Scene.OWNER, () -> notifying.build(involvement));
    made.put("notification_wave", wave.getId());
    made.put("person_message", of("person_message", "wave_id", wave.getId()));
    made.put(
        "affected_person", of("affected_person", "scope_version_id", made.get("scope_version")));
    made.put("person_link", link(reference, involvement));
    return made;
  }

  /** The second controller's list names the same people. */
  private Long link(String reference, Long hospital) {
    Long clinic =
        Long.valueOf(
            rows.one(
                "select v.id from involvement v join incident i on i.id = v.incident_id"
                    + " where i.reference = ? and v.organisation_id = ?",
                reference,
                Scene.CLINIC));
    acts.as(Scene.OWNER, () -> list(clinic));
    String list =
        acts.as(Scene.OWNER, () -> freezing.propose(clinic, "Journaux", "Rien", null)).seen();
    acts.as(Scene.SECOND, () -> freezing.approve(clinic, list));
    return Long.valueOf(
        rows.one(
            "select min(id) from person_link where low_involvement in (?, ?)"
                + " and high_involvement in (?, ?)",
            hospital,
            clinic,
            hospital,
            clinic));
  }

  /** An account of the first controller, blocked by hand, that somebody wants back. */
  private void block(String reference, Map<String, Long> made) {
    String unique = "Annuaire " + reference;
    ConnectionData byPhone =
        new ConnectionData(
            unique, "", "", "", "", AttributeNames.usual(DirectoryKind.MANUAL), "", "Astreinte");
    made.put(
        "directory_connection",
        acts.as(
            Scene.OWNER,
            () ->
                directories
                    .add(Scene.NORMANDY, Scene.HOSPITAL, DirectoryKind.MANUAL, byPhone, "")
                    .getId()));
    CompromisedAccount.Description who =
        new CompromisedAccount.Description("dr.essai", unique, "", "", "");
    Long account =
        acts.as(Scene.OWNER, () -> containment.list(reference, Scene.HOSPITAL, who).getId());
    made.put("compromised_account", account);
    Blocking.Ask ask = new Blocking.Ask(Blocking.LogCopy.COPIED, "", true);
    acts.as(Scene.OWNER, () -> blocking.block(account, ask));
    AccountStep.Recorded done =
        new AccountStep.Recorded(Instant.parse("2026-01-10T09:00:00Z"), "Astreinte", "", null);
    acts.as(Scene.OWNER, () -> blocking.record(account, AccountAction.DISABLE, done));
    made.put("blocking_step", of("blocking_step", "account_id", account));
    made.put(
        "account_lifting",
        acts.as(Scene.OWNER, () -> lifting.ask(account, "Vérifié", "En main propre").getId()));
  }

  /** A list to block, of which a directory that nobody answers for knows nothing. */
  private Long run(String reference) {
    ConnectionData silent =
        new ConnectionData(
            "Muet " + reference,
            "ldap://127.0.0.1:9",
            "dc=x",
            "cn=x",
            "",
            AttributeNames.usual(DirectoryKind.OPENLDAP),
            "",
            "");
    directories.add(Scene.NORMANDY, Scene.HOSPITAL, DirectoryKind.OPENLDAP, silent, "x");
    return bulk.prepare(reference, "dr.essai").getId();
  }

  private Long task(String reference) {
    return tasks
        .add(
            reference,
            new Tasks.Content("Appeler", "", Step.DETECTION, TaskOwner.NOBODY, null, null))
        .getId();
  }

  /** Each gap of the proposed text filled with what any part may say. */
  private MessageTemplate message(Long involvement) {
    MessageDraft proposed = writing.open(involvement).draft();
    Map<MessageBlock, String> blocks = new EnumMap<>(MessageBlock.class);
    proposed
        .blocks()
        .forEach(
            (block, text) ->
                blocks.put(
                    block,
                    text.replaceAll(
                        "\\[à compléter[^\\]]*\\]",
                        "le 5 septembre 2025, 1 rue de l’Exemple, 14000 Caen")));
    return writing.write(involvement, new MessageDraft(proposed.subject(), blocks));
  }

  private Long list(Long involvement) {
    try {
      Long upload =
          importing
              .upload(
                  involvement,
                  "liste.csv",
                  new ByteArrayInputStream(PERSONS.getBytes(Charset.forName("windows-1252"))))
              .getId();
      ColumnMapping columns = importing.preview(upload).guessed();
      importing.run(
          upload,
          columns,
          new ScopeImporting.Options(
              Exposure.VIEWED, "Journaux", Set.of(DataCategory.values()[0]), true, null));
      return upload;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Long of(String table, String column, Long id) {
    return Long.valueOf(rows.one("select min(id) from " + table + " where " + column + " = ?", id));
  }
}
