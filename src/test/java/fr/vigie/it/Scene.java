package fr.vigie.it;

import fr.vigie.incident.Controllers;
import fr.vigie.incident.Facts;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Reporting;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A case of Normandy with two controllers and, around it, whatever acts can make. */
@Dependent
class Scene {
  static final String NORMANDY = "28";
  static final Caller OWNER = People.everythingOn(7001, RowScope.region(NORMANDY));
  static final Caller SECOND = People.everythingOn(7002, RowScope.region(NORMANDY));
  static final long HOSPITAL = 77001;
  static final long CLINIC = 77002;
  private static final int PASSES = 2;

  @Inject Acts acts;
  @Inject Gate gate;
  @Inject Rows rows;
  @Inject Reporting reporting;
  @Inject Controllers controllers;

  /**
   * @param ids an id of each kind of row that hangs from the case, by table
   * @param hospital the involvement of the first controller
   */
  record Case(String reference, Map<String, Long> ids, Long hospital) {}

  /** The case and its two controllers only. */
  Case small() {
    organisation(HOSPITAL, "Hôpital d’essai");
    organisation(CLINIC, "Clinique d’essai");
    Incident incident =
        acts.as(OWNER, () -> reporting.report(NORMANDY, null, facts("Case of the scene")));
    String reference = incident.getReference();
    Involvement hospital = involve(reference, HOSPITAL);
    involve(reference, CLINIC);
    return new Case(reference, Map.of(), hospital.getId());
  }

  /** The same, and one row at least of all that acts make when one simply tries them. */
  Case furnished() {
    Map<String, Set<Long>> before = rows.ids();
    Case small = small();
    Map<String, Long> made = made(before);
    for (int pass = 0; pass < PASSES; pass++) {
      for (Gate.Attempt attempt : gate.attempts()) {
        if (makes(attempt)) {
          made.put("organisation", HOSPITAL);
          for (Long id : made.values()) {
            gate.outcome(
                attempt, pass == 0 ? OWNER : SECOND, new Guesses(small.reference(), id, NORMANDY));
          }
        }
      }
      made = made(before);
    }
    return new Case(small.reference(), made, small.hospital());
  }

  static Facts facts(String title) {
    Guesses guesses = new Guesses("", 0L, NORMANDY);
    Facts any = (Facts) guesses.of(Holder.class.getDeclaredMethods()[0].getParameters())[0];
    return new Facts(
        title,
        any.description(),
        any.category(),
        any.cause(),
        any.tlp(),
        any.pap(),
        any.personalData(),
        any.confidentialityLost(),
        any.integrityLost(),
        any.availabilityLost(),
        any.patientImpact(),
        any.occurredFrom(),
        any.occurredTo(),
        any.ongoing(),
        any.firstSignal(),
        any.processorAware(),
        any.attackKnown());
  }

  private interface Holder {
    void hold(Facts facts);
  }

  /** Endings would leave nothing to see, and accounts are not about cases. */
  private static boolean makes(Gate.Attempt attempt) {
    Permission permission = attempt.permission();
    String name = attempt.method().getName();
    return permission.kind() == Permission.Kind.WRITE
        && Strangers.isAboutCases(permission)
        && !name.matches("(?i).*(close|reject|merge|remove|delete|cancel|withdraw|restrict).*");
  }

  private Involvement involve(String reference, long organisation) {
    return acts.as(
        OWNER, () -> controllers.involve(reference, organisation, Involvement.Role.values()[0]));
  }

  private Map<String, Long> made(Map<String, Set<Long>> before) {
    Map<String, Long> made = new LinkedHashMap<>();
    rows.ids()
        .forEach(
            (table, ids) -> {
              ids.removeAll(before.getOrDefault(table, Set.of()));
              if (!ids.isEmpty()) {
                made.put(table, ids.iterator().next());
              }
            });
    return made;
  }

  private void organisation(long id, String name) {
    try {
      rows.change(
          "insert ignore into organisation (id, version, type, name, region_code)"
              + " values (?, 1, 'ESTABLISHMENT', ?, '28')",
          id,
          name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
