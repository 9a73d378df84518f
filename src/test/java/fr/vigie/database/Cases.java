package fr.vigie.database;

import fr.vigie.incident.Answer;
import fr.vigie.incident.BreachCause;
import fr.vigie.incident.Controllers;
import fr.vigie.incident.Facts;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentCategory;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Moment;
import fr.vigie.incident.Pap;
import fr.vigie.incident.PatientImpact;
import fr.vigie.incident.Qualification;
import fr.vigie.incident.Reporting;
import fr.vigie.incident.Tlp;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import java.time.Instant;
import java.time.ZoneId;

/** Cases made by the use cases themselves. */
public final class Cases {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private Cases() {}

  public static Incident reported(Node node, Caller caller, String region, Instant signal) {
    return node.act(
        caller,
        Permission.INCIDENT_REPORT,
        () -> node.get(Reporting.class).report(region, null, facts("Compte usurpé", signal)));
  }

  /** Reported and qualified: its clocks run from then. */
  public static Incident qualified(Node node, Caller caller, String region, Instant at) {
    Incident incident = reported(node, caller, region, at);
    return node.act(
        caller,
        Permission.INCIDENT_QUALIFY,
        () ->
            node.get(Qualification.class)
                .qualify(incident.getReference(), Moment.known(at, PARIS), "Confirmé"));
  }

  public static Involvement involved(Node node, Caller caller, Incident incident, long who) {
    return node.act(
        caller,
        Permission.INCIDENT_EDIT,
        () ->
            node.get(Controllers.class)
                .involve(incident.getReference(), who, Involvement.Role.CONTROLLER));
  }

  public static Facts facts(String title, Instant signal) {
    return new Facts(
        title,
        "",
        IncidentCategory.COMPROMISSION_COMPTE,
        BreachCause.INCONNU,
        Tlp.AMBER_STRICT,
        Pap.AMBER,
        Answer.NOT_KNOWN_YET,
        Answer.NOT_KNOWN_YET,
        Answer.NOT_KNOWN_YET,
        Answer.NOT_KNOWN_YET,
        PatientImpact.NOT_KNOWN_YET,
        Moment.notKnownYet(),
        Moment.notKnownYet(),
        Answer.NOT_KNOWN_YET,
        Moment.known(signal, PARIS),
        Moment.notKnownYet(),
        Moment.notKnownYet());
  }
}
