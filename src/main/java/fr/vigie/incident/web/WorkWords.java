package fr.vigie.incident.web;

import fr.vigie.identity.Role;
import fr.vigie.incident.CaseTask;
import fr.vigie.incident.EvidenceFile;
import fr.vigie.incident.Measure;
import fr.vigie.incident.Playbook;
import fr.vigie.incident.TaskState;
import fr.vigie.incident.Tasks;
import fr.vigie.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code #{workWords}}: how tasks, playbooks, measures and files are told. */
@Named
@ApplicationScoped
public class WorkWords {
  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;
  private static final long KIB = 1024;

  @Inject Clock clock;

  /** Who is to do it: the person, else the organisation and the role. */
  public String owner(CaseTask task) {
    if (task.getOwnerName() != null) {
      return task.getOwnerName();
    }
    String named =
        Stream.of(
                task.getOrganisation() == null ? "" : task.getOrganisation().getName(),
                task.getRole() == null ? "" : role(task.getRole()))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? texts().text("incident.task.nobody") : named;
  }

  public String role(Role role) {
    return texts().text("incident.worker." + role);
  }

  public String title(CaseTask task) {
    return task.title(texts().locale());
  }

  public String guidance(CaseTask task) {
    return task.guidance(texts().locale());
  }

  public String shape(CaseTask task) {
    if (task.isLate(clock.instant())) {
      return "late";
    }
    return switch (task.getState()) {
      case TODO -> "open";
      case DOING -> "progress";
      case DONE -> "done";
      case DROPPED -> "none";
    };
  }

  public String state(TaskState state) {
    return texts().text("incident.taskState." + state);
  }

  public String name(Playbook playbook) {
    return playbook.name(texts().locale());
  }

  public String categories(Playbook playbook) {
    return playbook.getCategories().stream()
        .map(category -> texts().text("incident.category." + category))
        .collect(Collectors.joining(", "));
  }

  /** A delay in the largest unit that tells it whole. */
  public String delay(Integer minutes) {
    if (minutes == null) {
      return texts().text("incident.delay.none");
    }
    if (minutes % DAY == 0 && minutes > 0) {
      return texts().text("incident.delay.days", minutes / DAY);
    }
    return minutes % HOUR == 0 && minutes > 0
        ? texts().text("incident.delay.hours", minutes / HOUR)
        : texts().text("incident.delay.minutes", minutes);
  }

  public String shape(Measure measure) {
    if (measure.isLate(clock.instant())) {
      return "late";
    }
    return measure.isInForce() ? "done" : "open";
  }

  public String state(Measure measure) {
    if (measure.isInForce()) {
      return texts().text("incident.measure.inForce");
    }
    return texts()
        .text("incident.measure." + (measure.isLate(clock.instant()) ? "late" : "planned"));
  }

  /** By what a piece came in, and from which machine as far as that is known. */
  public String origin(EvidenceFile piece) {
    String door = texts().text("incident.evidence.door." + piece.getAddedDoor());
    return piece.getAddedAddress().isEmpty()
        ? door
        : texts().text("incident.evidence.from", door, piece.getAddedAddress());
  }

  public String shape(EvidenceFile piece) {
    return switch (piece.getSeal()) {
      case UNSEEN -> "none";
      case WHOLE -> "done";
      case BROKEN, MISSING -> "failed";
    };
  }

  public String seal(EvidenceFile piece) {
    return texts().text("incident.evidence.seal." + piece.getSeal());
  }

  public String size(long bytes) {
    if (bytes < KIB) {
      return texts().text("incident.evidence.bytes", bytes);
    }
    return bytes < KIB * KIB
        ? texts().text("incident.evidence.kibibytes", bytes / KIB)
        : texts().text("incident.evidence.mebibytes", bytes / (KIB * KIB));
  }

  /** The choice of an owner: me first, then people, organisations, roles. */
  List<SelectItem> owners(Tasks.Owners possible, long me) {
    List<SelectItem> items = new ArrayList<>();
    items.add(new SelectItem("", texts().text("incident.task.nobody")));
    possible.people().stream()
        .filter(person -> person.id() == me)
        .map(p -> new SelectItem("user:" + me, texts().text("incident.task.me", p.name())))
        .forEach(items::add);
    items.add(
        group(
            "people",
            possible.people().stream()
                .filter(person -> person.id() != me)
                .map(person -> new SelectItem("user:" + person.id(), person.name()))));
    items.add(
        group(
            "organisations",
            possible.organisations().stream()
                .map(o -> new SelectItem("organisation:" + o.getId(), o.getName()))));
    items.add(
        group("roles", possible.roles().stream().map(r -> new SelectItem("role:" + r, role(r)))));
    items.removeIf(item -> item instanceof SelectItemGroup g && g.getSelectItems().length == 0);
    return items;
  }

  private static SelectItemGroup group(String key, Stream<SelectItem> items) {
    SelectItemGroup group = new SelectItemGroup(texts().text("incident.task." + key));
    group.setSelectItems(items.toArray(SelectItem[]::new));
    return group;
  }

  private static Texts texts() {
    return Texts.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }
}
