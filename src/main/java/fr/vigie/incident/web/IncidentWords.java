package fr.vigie.incident.web;

import fr.vigie.incident.Answer;
import fr.vigie.incident.AvailabilityLoss;
import fr.vigie.incident.BreachCause;
import fr.vigie.incident.CaseState;
import fr.vigie.incident.ConfidentialityLoss;
import fr.vigie.incident.DataContext;
import fr.vigie.incident.EaseOfIdentification;
import fr.vigie.incident.IncidentCategory;
import fr.vigie.incident.IntegrityLoss;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.JournalEntry;
import fr.vigie.incident.Knowledge;
import fr.vigie.incident.Moment;
import fr.vigie.incident.Pap;
import fr.vigie.incident.PatientImpact;
import fr.vigie.incident.SeverityScore;
import fr.vigie.incident.SystemLine;
import fr.vigie.incident.Tlp;
import fr.vigie.incident.Workstream;
import fr.vigie.platform.Texts;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code #{incidentWords}}: the lists of the incident pages, and how their values look. */
@Named
@ApplicationScoped
public class IncidentWords {
  private static final Map<Class<?>, String> FAMILIES =
      Map.of(
          IncidentCategory.class, "category",
          BreachCause.class, "cause",
          Tlp.class, "tlp",
          Pap.class, "pap",
          Answer.class, "answer",
          PatientImpact.class, "impact");

  public List<IncidentCategory> getCategories() {
    return List.of(IncidentCategory.values());
  }

  public List<BreachCause> getCauses() {
    return List.of(BreachCause.values());
  }

  public List<CaseState> getStates() {
    return List.of(CaseState.values());
  }

  public List<Tlp> getTlps() {
    return List.of(Tlp.values());
  }

  public List<Pap> getPaps() {
    return List.of(Pap.values());
  }

  public List<Answer> getAnswers() {
    return List.of(Answer.values());
  }

  public List<PatientImpact> getImpacts() {
    return List.of(PatientImpact.values());
  }

  public List<Involvement.Role> getRoles() {
    return List.of(Involvement.Role.values());
  }

  /** The levels a person may decide on. */
  public List<Involvement.Risk> getRisks() {
    return List.of(Involvement.Risk.NONE, Involvement.Risk.RISK, Involvement.Risk.HIGH);
  }

  /** The kinds of line a person may write. */
  public List<JournalEntry.Kind> getKinds() {
    return List.of(
        JournalEntry.Kind.FACT,
        JournalEntry.Kind.ACTION,
        JournalEntry.Kind.CALL,
        JournalEntry.Kind.DECISION);
  }

  public List<JournalEntry.Kind> getAllKinds() {
    return List.of(JournalEntry.Kind.values());
  }

  /** What may be said of a time or a number of a case. */
  public List<Knowledge> getKnowledges() {
    return List.of(
        Knowledge.NOT_KNOWN_YET,
        Knowledge.KNOWN,
        Knowledge.ESTIMATED,
        Knowledge.CANNOT_BE_DETERMINED);
  }

  public List<DataContext> getContexts() {
    return List.of(DataContext.values());
  }

  public List<EaseOfIdentification> getIdentifications() {
    return List.of(EaseOfIdentification.values());
  }

  public List<ConfidentialityLoss> getConfidentialities() {
    return List.of(ConfidentialityLoss.values());
  }

  public List<IntegrityLoss> getIntegrities() {
    return List.of(IntegrityLoss.values());
  }

  public List<AvailabilityLoss> getAvailabilities() {
    return List.of(AvailabilityLoss.values());
  }

  public List<Integer> getAdjustments() {
    return List.of(-3, -2, -1, 0, 1, 2, 3);
  }

  public String signed(int adjustment) {
    return adjustment < 0 ? "\u2212" + -adjustment : adjustment == 0 ? "0" : "+" + adjustment;
  }

  /** {@code 2 × 1 + 1 = 3}, in the figures of the language. */
  public String formula(SeverityScore score) {
    NumberFormat format = NumberFormat.getNumberInstance(texts().locale());
    return texts()
        .text(
            "incident.score.result",
            format.format(score.dataContext()),
            format.format(score.identification()),
            format.format(score.circumstances()),
            format.format(score.value()));
  }

  /** Shape of a case state. */
  public String shape(CaseState state) {
    return switch (state) {
      case OPEN, REOPENED -> "open";
      case CLOSED -> "done";
      case REJECTED -> "none";
      default -> "progress";
    };
  }

  /** Shape of a step. */
  public String shape(Workstream.Progress progress) {
    return switch (progress.state()) {
      case DONE -> "done";
      case RUNNING -> "progress";
      default -> "none";
    };
  }

  public String told(Workstream.Progress progress) {
    boolean counted = progress.state() == Workstream.Progress.State.RUNNING && progress.total() > 0;
    return counted
        ? progress.done() + "/" + progress.total()
        : texts().text("incident.progress." + progress.state());
  }

  public String sentence(Workstream.Pending pending) {
    return texts().text(pending.key(), pending.arguments().toArray());
  }

  /** A line of the journal; those that the software wrote are a key and what it names. */
  public String line(JournalEntry entry) {
    if (entry.getKind() != JournalEntry.Kind.SYSTEM) {
      return entry.getText();
    }
    SystemLine line = SystemLine.read(entry.getText());
    ZoneId zone = entry.getIncident().zone();
    return texts()
        .text(
            line.key(),
            line.arguments().stream()
                .map(told -> told instanceof Instant at ? at.atZone(zone) : told)
                .toArray());
  }

  /** For whom something is, beside the region's team. */
  public String audience(boolean shared, Organisation controller) {
    if (controller != null) {
      return texts().text("incident.audience.one", controller.getName());
    }
    return texts().text("incident.audience." + (shared ? "all" : "team"));
  }

  /** A fact in words, whatever its kind. */
  public String value(Object fact, ZoneId zone) {
    if (fact instanceof Moment moment) {
      String known = texts().text("common.knowledge." + moment.knowledge());
      return moment.at().map(at -> texts().instant(at, zone) + " (" + known + ")").orElse(known);
    }
    if (fact instanceof Enum<?> constant) {
      String family = FAMILIES.get(constant.getDeclaringClass());
      return texts().text("incident." + family + "." + constant.name());
    }
    return "".equals(fact) ? texts().text("incident.facts.empty") : String.valueOf(fact);
  }

  /** A code of domain.md appendix B in words. */
  public String dataCategories(String codes) {
    return codes == null || codes.isBlank()
        ? ""
        : String.join(
            ", ",
            Arrays.stream(codes.split(" ")).map(c -> texts().text("incident.data." + c)).toList());
  }

  private static Texts texts() {
    return Texts.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }
}
