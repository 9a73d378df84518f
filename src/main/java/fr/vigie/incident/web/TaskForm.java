package fr.vigie.incident.web;

import fr.vigie.incident.CaseTask;
import fr.vigie.incident.Step;
import fr.vigie.incident.TaskOwner;
import fr.vigie.incident.Tasks;
import fr.vigie.platform.web.TimeInput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** A task as it is typed. */
public class TaskForm {
  private final ZoneId zone;
  private String title;
  private String guidance;
  private Step step = Step.DETECTION;
  private String owner = "";
  private TimeInput due = new TimeInput("due");
  private Long dependsOn;

  TaskForm(ZoneId zone) {
    this.zone = zone;
  }

  void plan(CaseTask task) {
    owner = task.owner().written();
    due = TimeInput.of("due", task.getDue(), zone);
  }

  Tasks.Content content() {
    return new Tasks.Content(
        title,
        Objects.toString(guidance, ""),
        step,
        TaskOwner.parse(owner),
        dueIfGiven(),
        dependsOn);
  }

  Instant dueIfGiven() {
    return due.instantIfGiven(zone).orElse(null);
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getGuidance() {
    return guidance;
  }

  public void setGuidance(String guidance) {
    this.guidance = guidance;
  }

  public Step getStep() {
    return step;
  }

  public void setStep(Step step) {
    this.step = step;
  }

  public Step[] getSteps() {
    return Step.values();
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public TimeInput getDue() {
    return due;
  }

  public Long getDependsOn() {
    return dependsOn;
  }

  public void setDependsOn(Long dependsOn) {
    this.dependsOn = dependsOn;
  }
}
