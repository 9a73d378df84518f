package fr.vigie.incident;

import fr.vigie.identity.Role;
import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/**
 * One thing to do on a case, written by a person or laid down by a playbook. Begins to do; done
 * with its result, or dropped with its reason; may be taken up again. A task that waits for another
 * cannot be done before it.
 */
@Entity
@Table(name = "incident_task")
public class CaseTask extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int TITLE_MAX = 200;
  public static final int GUIDANCE_MAX = 2_000;
  public static final int OUTCOME_MAX = 4_000;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  private String title;

  @Column(name = "title_en")
  private String titleEn;

  private String guidance;

  @Column(name = "guidance_en")
  private String guidanceEn;

  @Enumerated(EnumType.STRING)
  private Step step;

  @Enumerated(EnumType.STRING)
  private TaskState state = TaskState.TODO;

  @Column(name = "owner_id")
  private Long ownerId;

  @Column(name = "owner_name")
  private String ownerName;

  @Enumerated(EnumType.STRING)
  private Role role;

  @ManyToOne
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  private Instant due;

  @ManyToOne
  @JoinColumn(name = "depends_on_id")
  private CaseTask dependsOn;

  /** The result of a task done, the reason of one dropped. */
  private String outcome;

  /** Playbook and item it comes from, {@code RANSOMWARE/backups}; null when a person wrote it. */
  private String source;

  @Column(name = "created_by")
  private long createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "settled_at")
  private Instant settledAt;

  @Column(name = "settled_by")
  private String settledBy;

  protected CaseTask() {}

  CaseTask(Incident incident, String title, String guidance, Step step, long by, Instant now) {
    this.incident = incident;
    this.title = title;
    this.guidance = guidance;
    this.step = step;
    this.createdBy = by;
    this.createdAt = now;
  }

  /** A task laid down by a playbook, in both languages. */
  static CaseTask of(PlaybookItem item, Incident incident, long by, Instant now) {
    CaseTask task =
        new CaseTask(incident, item.getTitleFr(), item.getGuidanceFr(), item.getStep(), by, now);
    task.titleEn = item.getTitleEn();
    task.guidanceEn = item.getGuidanceEn();
    task.source = item.source();
    task.role = item.getRole();
    task.due = item.due(now).orElse(null);
    return task;
  }

  /** A task that a fact of the case lays down. */
  static CaseTask inBothLanguages(
      Incident incident, String title, String titleEn, Step step, long by, Instant now) {
    CaseTask task = new CaseTask(incident, title, "", step, by, now);
    task.titleEn = titleEn;
    return task;
  }

  /** What must be settled first; it belongs to the same case and never waits for this one. */
  void waitFor(CaseTask other) {
    if (other != null && (!other.incident.equals(incident) || other.waitsFor(this))) {
      throw RefusedException.at("dependsOn", "incident.refused.taskCycle");
    }
    dependsOn = other;
  }

  private boolean waitsFor(CaseTask other) {
    return equals(other) || dependsOn != null && dependsOn.waitsFor(other);
  }

  /** The caller does it now; it becomes theirs. */
  void take(Caller caller) {
    become(TaskState.DOING);
    ownBy(caller.id(), caller.displayName());
  }

  void finish(String result, Caller caller, Instant now) {
    TimesPolicy.text("result", result, 1, OUTCOME_MAX);
    if (isWaiting()) {
      throw new RefusedException("incident.refused.taskWaits", dependsOn.title);
    }
    become(TaskState.DONE);
    settle(result, caller, now);
  }

  void drop(String reason, Caller caller, Instant now) {
    TimesPolicy.text("reason", reason, 1, OUTCOME_MAX);
    become(TaskState.DROPPED);
    settle(reason, caller, now);
  }

  /** To do again: put back, or taken up after it was settled too soon. */
  void putBack() {
    become(TaskState.TODO);
    settle(null, null, null);
  }

  private void settle(String text, Caller caller, Instant now) {
    outcome = text;
    settledAt = now;
    settledBy = caller == null ? null : caller.displayName();
  }

  private void become(TaskState next) {
    incident.mustBeOpen();
    if (!state.canBecome(next)) {
      throw new RefusedException("incident.refused.taskState", title);
    }
    state = next;
  }

  void ownBy(Long userId, String name) {
    mustBeUnsettled();
    ownerId = userId;
    ownerName = name;
  }

  void assign(Long userId, String name, Organisation toOrganisation, Role toRole) {
    ownBy(userId, name);
    organisation = toOrganisation;
    role = toRole;
  }

  void reschedule(Instant newDue) {
    mustBeUnsettled();
    due = newDue;
  }

  private void mustBeUnsettled() {
    incident.mustBeOpen();
    if (state.isSettled()) {
      throw new RefusedException("incident.refused.taskState", title);
    }
  }

  /** Another task must be settled first. */
  public boolean isWaiting() {
    return dependsOn != null && !dependsOn.state.isSettled();
  }

  public boolean isSettled() {
    return state.isSettled();
  }

  public boolean isLate(Instant now) {
    return !isSettled() && due != null && due.isBefore(now);
  }

  public String title(Locale locale) {
    return titleEn != null && Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
        ? titleEn
        : title;
  }

  public String guidance(Locale locale) {
    return guidanceEn != null && Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
        ? guidanceEn
        : guidance;
  }

  public TaskOwner owner() {
    return new TaskOwner(
        ownerId, organisation == null ? null : organisation.getId(), ownerId == null ? role : null);
  }

  public Incident getIncident() {
    return incident;
  }

  public String getTitle() {
    return title;
  }

  public String getGuidance() {
    return guidance;
  }

  public Step getStep() {
    return step;
  }

  public TaskState getState() {
    return state;
  }

  public Long getOwnerId() {
    return ownerId;
  }

  public String getOwnerName() {
    return ownerName;
  }

  public Role getRole() {
    return role;
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public Instant getDue() {
    return due;
  }

  public CaseTask getDependsOn() {
    return dependsOn;
  }

  public String getOutcome() {
    return outcome;
  }

  public String getSource() {
    return source;
  }

  public long getCreatedBy() {
    return createdBy;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getSettledAt() {
    return settledAt;
  }

  public String getSettledBy() {
    return settledBy;
  }
}
