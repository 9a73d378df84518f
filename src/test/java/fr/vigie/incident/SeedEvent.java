package fr.vigie.incident;

import fr.vigie.reference.Organisation;
import fr.vigie.reference.Region;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The event of September 2025 as far as it is public, with times made up where they are not. */
public final class SeedEvent {
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  public static final Instant SIGNAL = Instant.parse("2025-09-05T09:10:00Z");
  public static final Instant AWARE = Instant.parse("2025-09-05T12:20:00Z");
  public static final Instant NOW = Instant.parse("2025-09-06T08:00:00Z");

  private final Region normandie = region();
  private final Organisation grades = organisation(Organisation.Type.GRADES, "GRADeS de Normandie");
  private final Organisation hospital =
      organisation(Organisation.Type.ESTABLISHMENT, "CHU de Test");
  private final Incident incident =
      new Incident(new IncidentReference("NOR", 2025, 7), normandie, "Compte usurpé", SIGNAL, 11);
  private final Involvement controller =
      new Involvement(incident, hospital, Involvement.Role.CONTROLLER, NOW);
  private final Involvement processor =
      new Involvement(incident, grades, Involvement.Role.PROCESSOR, NOW);

  public SeedEvent() {
    incident.ledBy(grades);
    incident.describe(facts(), NOW);
    incident.qualify(Moment.known(SIGNAL, PARIS), "Accès anormaux confirmés");
    controller.informed(Moment.known(AWARE, PARIS), NOW);
    controller.becameAware(Moment.known(AWARE, PARIS));
    controller.count(
        Count.estimated(10_500, 12_000, 14_000, NOW),
        Count.notKnownYet(NOW),
        "ETAT_CIVIL COORDONNEES");
    controller.severity(SeverityLevel.HIGH);
    controller.proposeRisk(Involvement.Risk.HIGH, "Hameçonnage ciblé probable", 11);
    controller.approveRisk(12, NOW);
  }

  private static Facts facts() {
    return new Facts(
        "Compte usurpé",
        "Un compte de professionnel de santé a été usurpé.",
        IncidentCategory.COMPROMISSION_COMPTE,
        BreachCause.EXTERNE_MALVEILLANT,
        Tlp.AMBER_STRICT,
        Pap.AMBER,
        Answer.YES,
        Answer.YES,
        Answer.NO,
        Answer.NO,
        PatientImpact.AUCUN,
        Moment.estimated(Instant.parse("2025-09-01T06:00:00Z"), PARIS),
        Moment.known(SIGNAL, PARIS),
        Answer.NO,
        Moment.known(SIGNAL, PARIS),
        Moment.known(SIGNAL, PARIS),
        Moment.notKnownYet());
  }

  public Incident incident() {
    return incident;
  }

  public Involvement controller() {
    return controller;
  }

  public List<Involvement> parties() {
    return List.of(controller, processor);
  }

  /** The investigation found more persons. */
  public void recount(long persons) {
    controller.countPersons(Count.known(persons, NOW));
  }

  /** The hospital lets its processor file in its name. */
  public void mandate() {
    controller.play(Involvement.Role.CONTROLLER, false, true);
  }

  /** Whoever reads it may pass it on less. */
  public void reclassify(Tlp tlp) {
    set(incident, "tlp", tlp);
  }

  /** The directory names no DPO of the hospital. */
  public void withoutDpo() {
    set(controller.getOrganisation(), "dpoName", null);
  }

  /** Nobody has answered yet whether personal data are concerned. */
  public void personalDataUnknown() {
    set(incident, "personalData", Answer.NOT_KNOWN_YET);
  }

  private Organisation organisation(Organisation.Type type, String name) {
    Organisation organisation = new Organisation(type, name, normandie);
    set(organisation, "siren", "267601680");
    set(organisation, "postalAddress", "1 rue de Test, 76000 Rouen");
    set(organisation, "dpoName", "Camille Martin");
    set(organisation, "dpoEmail", "dpo@chu.example");
    set(organisation, "dpoPhone", "02 32 00 00 00");
    return organisation;
  }

  private static Region region() {
    try {
      Constructor<Region> constructor = Region.class.getDeclaredConstructor();
      constructor.setAccessible(true);
      Region region = constructor.newInstance();
      set(region, "code", "28");
      set(region, "name", "Normandie");
      set(region, "referencePrefix", "NOR");
      set(region, "zoneId", "Europe/Paris");
      return region;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Object target, String name, Object value) {
    try {
      Field field = target.getClass().getDeclaredField(name);
      field.setAccessible(true);
      field.set(target, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A sealed file of the controller's part. */
  public EvidenceFile receipt() {
    EvidenceVault.Sealed sealed =
        new EvidenceVault.Sealed("ab".repeat(32), 1_024, "application/pdf");
    return new EvidenceFile(
        incident(), controller().getOrganisation(), "recu.pdf", "", incident().getTlp(), sealed);
  }
}
