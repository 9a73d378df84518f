package fr.vigie.investigation;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/** A controller's part of a case, whose list is imported and frozen as people do. */
public final class TakenIn {
  public final long part;
  final Incident incident;
  final Caller dpo;
  private final Node node;
  private final Caller team;
  private final Caller ciso;

  private TakenIn(Node node, Incident incident, Involvement part, String region, long number) {
    this.node = node;
    this.incident = incident;
    this.part = part.getId();
    team = Node.caller(number + 1, RowScope.region(region));
    ciso = Node.caller(number + 2, RowScope.region(region));
    dpo = Node.caller(number + 3, RowScope.organisation(part.getOrganisation().getId()));
  }

  public static TakenIn of(Schema schema, Node node, Incident incident, String region) {
    Involvement part = Cases.involved(node, Caller.SYSTEM, incident, schema.organisation(region));
    return new TakenIn(node, incident, part, region, 7900);
  }

  public static Incident reported(Node node, String region) {
    return Cases.reported(node, Caller.SYSTEM, region, Instant.now().minusSeconds(60));
  }

  /** Adds a file to the draft; an INS column is taken as what it says it is. */
  public TakenIn imported(String csv) {
    return imported(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  public TakenIn imported(InputStream csv) {
    long upload = as(team, Permission.SCOPE_IMPORT, () -> received(csv)).getId();
    as(
        team,
        Permission.SCOPE_IMPORT,
        () -> {
          ScopeImporting.Preview seen = importing().preview(upload);
          var columns = new java.util.EnumMap<PersonField, Integer>(PersonField.class);
          columns.putAll(seen.guessed().columns());
          int ins = seen.header().indexOf("INS");
          if (ins >= 0) {
            columns.put(PersonField.INS, ins);
          }
          return importing()
              .run(
                  upload,
                  new ColumnMapping(columns),
                  new ScopeImporting.Options(
                      Exposure.VIEWED, "Journaux", Set.of(DataCategory.ETAT_CIVIL), false, null));
        });
    return this;
  }

  private ScopeUpload received(InputStream csv) {
    try {
      return importing().upload(part, "patients.csv", csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TakenIn frozen() {
    as(
        team,
        Permission.SCOPE_FREEZE_PROPOSE,
        () -> node.get(ScopeFreezing.class).propose(part, "Journaux", "Rien", 0L));
    String seen = as(ciso, Permission.SCOPE_READ, () -> list().seen());
    as(
        ciso,
        Permission.SCOPE_FREEZE_APPROVE,
        () -> node.get(ScopeFreezing.class).approve(part, seen));
    return this;
  }

  public ScopeVersion list() {
    return as(team, Permission.SCOPE_READ, () -> node.get(ScopeFile.class).part(part).getCurrent());
  }

  public <T> T asDpo(Permission permission, Supplier<T> work) {
    return as(dpo, permission, work);
  }

  private ScopeImporting importing() {
    return node.get(ScopeImporting.class);
  }

  private <T> T as(Caller caller, Permission permission, Supplier<T> work) {
    return node.act(caller, permission, work);
  }
}
