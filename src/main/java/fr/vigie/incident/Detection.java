package fr.vigie.incident;

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
      pending.add(new Pending("incident.pending.qualify", List.of(), "summary", true));
    }
    List<Involvement> controllers = controllers(incident);
    if (controllers.isEmpty()) {
      pending.add(new Pending("incident.pending.noController", List.of(), "controllers", true));
    }
    for (Involvement involvement : controllers) {
      Organisation organisation = involvement.getOrganisation();
      if (involvement.getBreach() == Involvement.Breach.TO_DETERMINE) {
        pending.add(about("incident.pending.awareness", organisation));
      } else if (involvement.getBreach() == Involvement.Breach.YES
          && involvement.getRisk() == Involvement.Risk.TO_DECIDE) {
        pending.add(about("incident.pending.risk", organisation));
      }
      if (involvement.getBreach() == Involvement.Breach.YES && involvement.severity().isEmpty()) {
        pending.add(about("incident.pending.severity", organisation));
      }
    }
    withoutLead(controllers).ifPresent(pending::add);
    withoutProcessor(incident, incidents.allInvolvements(incident)).ifPresent(pending::add);
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
        : Optional.of(new Pending("incident.pending.jointLead", List.of(), "controllers", false));
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
    return new Pending(key, arguments, "controllers", false);
  }

  private static Pending about(String key, Organisation controller) {
    return new Pending(key, List.of(controller.getName()), "controllers", true, controller);
  }

  private List<Involvement> controllers(Incident incident) {
    return incidents.allInvolvements(incident).stream().filter(Involvement::isController).toList();
  }
}
