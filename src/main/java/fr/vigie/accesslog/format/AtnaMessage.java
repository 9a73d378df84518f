package fr.vigie.accesslog.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** What an audit message says, gathered element by element. */
final class AtnaMessage {
  /** Roles of machines (DICOM): source, destination, application, its launcher, media. */
  private static final Set<String> MACHINES =
      Set.of("110150", "110151", "110152", "110153", "110154", "110155");

  private static final String PERSON = "1";
  private static final String PATIENT = "1";
  private static final String PATIENT_NUMBER = "2";

  private static final class Participant {
    private String id;
    private String otherId;
    private String address;
    private boolean asked;
    private boolean machine;
  }

  private static final class Thing {
    private String id;
    private boolean patient;
  }

  private record Detail(String name, String value) {}

  private String time = "";
  private String acted = "";
  private String outcome = "";
  private String site = "";
  private String kind = "";
  private String query = "";
  private boolean searching;
  private boolean inQuery;
  private final List<String> types = new ArrayList<>();
  private final List<Participant> participants = new ArrayList<>();
  private final List<Thing> things = new ArrayList<>();
  private final List<Detail> details = new ArrayList<>();

  String time() {
    return time;
  }

  /** Takes what an element's attributes say. */
  void element(XMLStreamReader xml) {
    String name = xml.getLocalName();
    inQuery = name.equals("ParticipantObjectQuery");
    searching |= inQuery;
    switch (name) {
      case "EventIdentification" -> {
        time = said(xml, "EventDateTime");
        acted = said(xml, "EventActionCode");
        outcome = said(xml, "EventOutcomeIndicator");
      }
      case "EventID" -> kind = code(xml);
      case "EventTypeCode" -> types.add(code(xml));
      case "ActiveParticipant" -> participant(xml);
      case "RoleIDCode" -> role(code(xml));
      case "AuditSourceIdentification" -> site = said(xml, "AuditEnterpriseSiteID");
      case "ParticipantObjectIdentification" -> thing(xml);
      case "ParticipantObjectIDTypeCode" -> numbered(code(xml));
      case "ParticipantObjectDetail" ->
          details.add(new Detail(said(xml, "type"), AuditDetail.clear(said(xml, "value"))));
      default -> {
        // says nothing that is asked for
      }
    }
  }

  /** Takes the text of a query. */
  void text(XMLStreamReader xml) {
    if (inQuery && query.length() < 4 * AccessEvent.TEXT_MAX) {
      query += xml.getText().strip();
    }
  }

  private static String said(XMLStreamReader xml, String attribute) {
    String value = xml.getAttributeValue(null, attribute);
    return value == null ? "" : value.strip();
  }

  /** The older dialect has no prefix. */
  private static String code(XMLStreamReader xml) {
    String code = said(xml, "csd-code");
    return code.isEmpty() ? said(xml, "code") : code;
  }

  private void participant(XMLStreamReader xml) {
    Participant one = new Participant();
    one.id = said(xml, "UserID");
    one.otherId = said(xml, "AlternativeUserID");
    one.address = said(xml, "NetworkAccessPointID");
    one.asked = said(xml, "UserIsRequestor").equalsIgnoreCase("true");
    participants.add(one);
  }

  private void role(String code) {
    if (!participants.isEmpty() && MACHINES.contains(code)) {
      participants.get(participants.size() - 1).machine = true;
    }
  }

  private void thing(XMLStreamReader xml) {
    Thing one = new Thing();
    one.id = said(xml, "ParticipantObjectID");
    one.patient =
        said(xml, "ParticipantObjectTypeCode").equals(PERSON)
            && said(xml, "ParticipantObjectTypeCodeRole").equals(PATIENT);
    things.add(one);
  }

  private void numbered(String code) {
    if (!things.isEmpty() && code.equals(PATIENT_NUMBER)) {
      things.get(things.size() - 1).patient = true;
    }
  }

  /** Fills an event, but for its time. */
  void tell(AccessEvent event, LogShape shape) {
    List<String> codes = new ArrayList<>(types);
    codes.add(kind);
    codes.removeIf(String::isEmpty);
    AuditCodes.tell(event, codes, acted, searching, shape);
    event.set(LogField.RESULT, outcome);
    event.set(LogField.ORGANISATION, site);
    who(event);
    details.forEach(detail -> AuditDetail.tell(event, detail.name(), detail.value()));
    String object = query.isEmpty() ? "" : AuditDetail.clear(query);
    for (Thing thing : things) {
      if (thing.patient) {
        event.patient(PatientRef.of(thing.id, shape.domain()));
      } else if (object.isEmpty()) {
        object = thing.id;
      }
    }
    event.set(LogField.OBJECT, object);
  }

  /** The person who asked, else the machine that did, else whoever is named first. */
  private void who(AccessEvent event) {
    Participant chosen = null;
    String address = "";
    for (Participant one : participants) {
      boolean better =
          chosen == null || one.asked && (!chosen.asked || chosen.machine && !one.machine);
      chosen = better ? one : chosen;
    }
    for (Participant one : participants) {
      address = one.asked && address.isEmpty() ? one.address : address;
    }
    if (chosen != null) {
      Professional.tell(event, chosen.id, chosen.otherId);
      event.set(LogField.ADDRESS, chosen.address.isEmpty() ? address : chosen.address);
    }
  }
}
