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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A case of Normandy with two controllers and, around it, whatever acts can make. */
@ApplicationScoped
class Scene {
  static final String NORMANDY = "28";
  static final Caller OWNER = People.everythingOn(7001, RowScope.region(NORMANDY));
  static final Caller SECOND = People.everythingOn(7002, RowScope.region(NORMANDY));
  static final long HOSPITAL = 77001;
  static final long CLINIC = 77002;

  /** Of the first controller's own people: the only ones who may read names. */
  static final Caller HOSPITALS = People.everythingOn(7006, RowScope.organisation(HOSPITAL));

  private static final int PASSES = 2;

  @Inject Acts acts;
  @Inject Gate gate;
  @Inject Rows rows;
  @Inject Reporting reporting;
  @Inject Controllers controllers;
  @Inject Furnishing furnishing;

  private Case furnished;

  /**
   * @param ids an id of each kind of row that hangs from the case, by table
   * @param hospitals rows of the first controller alone, by table
   */
  record Case(String reference, Map<String, Long> ids, Map<String, Long> hospitals) {

    /** Every row in turn under attack, then each row where an act asks for its kind. */
    Map<String, Guesses> guesses() {
      Map<String, Guesses> guesses = new LinkedHashMap<>();
      ids.forEach((table, id) -> guesses.put(table, new Guesses(reference, id, NORMANDY)));
      guesses.put("rows by their names", byNames(reference));
      return guesses;
    }

    /** The first controller's rows, each where an act asks for its kind. */
    Guesses byNames(String said) {
      return new Guesses(said, hospitals.get("involvement"), NORMANDY, hospitals);
    }
  }

  /** The case and its two controllers only. */
  Case small() {
    organisation(HOSPITAL, "Hôpital d’essai");
    organisation(CLINIC, "Clinique d’essai");
    Incident incident =
        acts.as(OWNER, () -> reporting.report(NORMANDY, null, facts("Case of the scene")));
    String reference = incident.getReference();
    Involvement hospital = involve(reference, HOSPITAL);
    involve(reference, CLINIC);
    return new Case(reference, Map.of(), Map.of("involvement", hospital.getId()));
  }

  /**
   * The same, its list and its messages, and one row at least of all that acts make if tried. Made
   * once, for tests that change nothing of it but who is named on it.
   */
  synchronized Case furnished() {
    if (furnished == null) {
      furnished = furnish();
    }
    return furnished;
  }

  private Case furnish() {
    Map<String, Set<Long>> before = rows.ids();
    Case small = small();
    Map<String, Long> hospitals =
        furnishing.furnish(small.reference(), small.hospitals().get("involvement"));
    Map<String, Long> made = made(before);
    for (int pass = 0; pass < PASSES; pass++) {
      for (Gate.Attempt attempt : gate.attempts()) {
        if (makes(attempt)) {
          made.put("organisation", HOSPITAL);
          Caller who = pass == 0 ? OWNER : SECOND;
          guessesFor(attempt, small.reference(), made)
              .forEach(guesses -> gate.outcome(attempt, who, guesses));
        }
      }
      made = made(before);
    }
    return new Case(small.reference(), made, hospitals);
  }

  /** One try is enough where no row is asked for, or each by its name; else every row in turn. */
  private static List<Guesses> guessesFor(
      Gate.Attempt attempt, String reference, Map<String, Long> made) {
    Guesses named = new Guesses(reference, HOSPITAL, NORMANDY, Map.copyOf(made));
    return named.namesAll(attempt.method().getParameters())
        ? List.of(named)
        : made.values().stream().map(id -> new Guesses(reference, id, NORMANDY)).toList();
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
          "insert ignore into organisation"
              + " (id, version, type, name, region_code, postal_address, dpo_phone)"
              + " values (?, 1, 'ESTABLISHMENT', ?, '28', '1 rue de l’Essai, Caen', '+33199000001')",
          id,
          name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
