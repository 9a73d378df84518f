package fr.vigie.incident;

import fr.vigie.platform.Permission;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.ServiceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The first workstream: qualified, controllers known, each one's awareness settled (§5.2 step 1).
 */
@ApplicationScoped
public class Detection implements Workstream {
  @Inject IncidentRepository incidents;
  @Inject ServiceRepository services;
  @Inject CaseProposals proposals;
  @Inject Clock clock;

  @Override
  public Step step() {
    return Step.DETECTION;
  }

  @Override
  public Progress progress(Incident incident) {
    List<Involvement> controllers = controllers(incident);
    long settled =
        controllers.stream().filter(v -> v.getBreach() != Involvement.Breach.TO_DETERMINE).count();
    long done = (incident.isQualified() ? 1 : 0) + settled;
    return Progress.of(done, 1L + Math.max(1, controllers.size()));
  }

  @Override
  public List<Pending> pending(Incident incident) {
    List<Pending> pending = new ArrayList<>();
    if (!incident.isQualified()) {
      pending.add(
          new Pending("incident.pending.qualify", List.of(), "summary", true)
              .at(null, "qualify", Permission.INCIDENT_QUALIFY));
    }
    List<Involvement> controllers = controllers(incident);
    if (controllers.isEmpty()) {
      pending.add(
          new Pending("incident.pending.noController", List.of(), "controllers", true)
              .by(Permission.INCIDENT_EDIT));
    }
    List<Pending> toApprove = proposals.of(incident);
    pending.addAll(toApprove);
    for (Involvement part : controllers) {
      boolean waits =
          toApprove.stream()
              .filter(proposal -> !proposal.key().equals("incident.decision.risk"))
              .anyMatch(proposal -> part.getId().equals(proposal.place().part()));
      if (part.getBreach() == Involvement.Breach.TO_DETERMINE && !waits) {
        pending.add(
            about("incident.pending.awareness", part)
                .at(part.getId(), "awareness", Permission.AWARENESS_PROPOSE));
      } else if (part.getBreach() == Involvement.Breach.YES
          && part.getRisk() == Involvement.Risk.TO_DECIDE
          && part.getRiskProposedBy() == null) {
        pending.add(
            about("incident.pending.risk", part).at(part.getId(), "risk", Permission.RISK_DECIDE));
      }
      if (part.getBreach() == Involvement.Breach.YES && part.severity().isEmpty()) {
        pending.add(
            about("incident.pending.severity", part)
                .at(part.getId(), "risk", Permission.SEVERITY_SCORE));
      }
    }
    withoutLead(controllers).ifPresent(pending::add);
    withoutProcessor(incident, incidents.allInvolvements(incident)).ifPresent(pending::add);
    if (pending.isEmpty() && incident.getOngoing() == Answer.NOT_KNOWN_YET) {
      pending.add(
          new Pending("incident.pending.ongoing", List.of(), "summary", false)
              .at(null, "times", Permission.INCIDENT_EDIT));
    }
    return pending;
  }

  /** Several controllers that decide together say who leads (pitfall 15). */
  private static Optional<Pending> withoutLead(List<Involvement> controllers) {
    List<Involvement> joint =
        controllers.stream()
            .filter(part -> part.getRole() == Involvement.Role.JOINT_CONTROLLER)
            .toList();
    return joint.isEmpty() || joint.stream().anyMatch(Involvement::isLeading)
        ? Optional.empty()
        : Optional.of(
            new Pending("incident.pending.jointLead", List.of(), "controllers", false)
                .by(Permission.INCIDENT_EDIT));
  }

  /** A processor owes the notice of art. 33(2); the reference may know who it is. */
  private Optional<Pending> withoutProcessor(Incident incident, List<Involvement> parts) {
    if (parts.stream().anyMatch(part -> !part.isController())) {
      return Optional.empty();
    }
    List<Organisation> controllers = parts.stream().map(Involvement::getOrganisation).toList();
    LocalDate day = LocalDate.ofInstant(clock.instant(), incident.zone());
    String known =
        services.processorsFor(controllers, day).stream()
            .map(
                party ->
                    party.getOrganisation().getName() + " (" + party.getService().getName() + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    if (!known.isEmpty()) {
      return Optional.of(processor("incident.pending.processor", List.of(known)));
    }
    boolean told =
        incident.getProcessorAware().at().isPresent()
            || parts.stream().anyMatch(part -> part.getInformed().at().isPresent());
    return told
        ? Optional.of(processor("incident.pending.processorUnknown", List.of()))
        : Optional.empty();
  }

  private static Pending processor(String key, List<Object> arguments) {
    return new Pending(key, arguments, "controllers", false).by(Permission.INCIDENT_EDIT);
  }

  private static Pending about(String key, Involvement part) {
    Organisation controller = part.getOrganisation();
    return new Pending(key, List.of(controller.getName()), "controllers", true, controller);
  }

  private List<Involvement> controllers(Incident incident) {
    return incidents.allInvolvements(incident).stream().filter(Involvement::isController).toList();
  }
}
