package fr.vigie.notification;

import fr.vigie.incident.Involvement;
import fr.vigie.investigation.ScopeVersion;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The messages of one controller's frozen list. Starts only after the same text stands on the
 * official site and the call centre is briefed (pitfall 42); may be paused at any time.
 */
@Entity
@Table(name = "notification_wave")
public class NotificationWave extends Persistent {
  private static final long serialVersionUID = 1L;

  /** Where a wave stands. */
  public enum State {
    PREPARED,
    RUNNING,
    PAUSED
  }

  @ManyToOne(optional = false)
  @JoinColumn(name = "involvement_id")
  private Involvement involvement;

  @ManyToOne(optional = false)
  @JoinColumn(name = "scope_version_id")
  private ScopeVersion scope;

  @ManyToOne(optional = false)
  @JoinColumn(name = "template_id")
  private MessageTemplate template;

  @Column(name = "wave_number")
  private int number;

  @Enumerated(EnumType.STRING)
  private State state = State.PREPARED;

  @Column(name = "created_by")
  private long createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "notice_at")
  private Instant noticeAt;

  @Column(name = "centre_briefed_at")
  private Instant centreBriefedAt;

  @Column(name = "started_by")
  private Long startedBy;

  @Column(name = "started_at")
  private Instant startedAt;

  /** Made by the freezing of a longer list, not by a person. */
  @Column(name = "by_itself")
  private boolean byItself;

  /** As whom it writes, fixed at each start: null before, and when started before this was kept. */
  @Column(name = "sender_name")
  private String senderName;

  @Column(name = "reply_to")
  private String replyTo;

  @Embedded private ProposedExemption exemption;

  protected NotificationWave() {}

  NotificationWave(
      ScopeVersion scope, MessageTemplate template, int number, long author, Instant now) {
    if (!template.isApproved()) {
      throw new RefusedException("notification.refused.notApproved");
    }
    this.involvement = scope.getInvolvement();
    this.scope = scope;
    this.template = template;
    this.number = number;
    this.createdBy = author;
    this.createdAt = now;
  }

  /** Nobody chose to build it: whoever froze the list does not start it alone (BR-08, BR-11). */
  void preparedItself() {
    byItself = true;
  }

  void propose(ProposedExemption proposed) {
    exemption = proposed;
  }

  /** Decided or dropped. */
  void settleExemption() {
    exemption = null;
  }

  /** What waits for a second person. */
  Optional<ProposedExemption> exemption() {
    return Optional.ofNullable(exemption);
  }

  /** The same, or null. */
  public ProposedExemption getExemption() {
    return exemption;
  }

  void start(
      Instant noticePublished,
      Instant centreBriefed,
      SenderAddress.Shown sender,
      long starter,
      Instant now) {
    if (state != State.PREPARED) {
      throw new RefusedException("notification.refused.started", number);
    }
    if (byItself && Objects.equals(scope.getFrozenBy(), starter)) {
      throw new RefusedException("notification.refused.ownList", number);
    }
    send(noticePublished, centreBriefed, sender, starter, now);
    startedAt = now;
  }

  void resume(
      Instant noticePublished,
      Instant centreBriefed,
      SenderAddress.Shown sender,
      long starter,
      Instant now) {
    if (state != State.PAUSED) {
      throw new RefusedException("notification.refused.notPaused", number);
    }
    send(noticePublished, centreBriefed, sender, starter, now);
  }

  private void send(
      Instant noticePublished,
      Instant centreBriefed,
      SenderAddress.Shown sender,
      long starter,
      Instant now) {
    if (noticePublished == null || noticePublished.isAfter(now)) {
      throw RefusedException.at("notice", "notification.refused.notice");
    }
    if (centreBriefed == null || centreBriefed.isAfter(now)) {
      throw RefusedException.at("centre", "notification.refused.centre");
    }
    noticeAt = noticePublished;
    centreBriefedAt = centreBriefed;
    senderName = sender.name().orElse(null);
    replyTo = sender.replyTo().orElse(null);
    startedBy = starter;
    state = State.RUNNING;
  }

  /** As whom it writes; before the first start, as whom it would. */
  public SenderAddress.Shown sender() {
    return startedAt == null
        ? SenderAddress.Shown.of(involvement.getOrganisation())
        : new SenderAddress.Shown(Optional.ofNullable(senderName), Optional.ofNullable(replyTo));
  }

  void pause() {
    if (state != State.RUNNING) {
      throw new RefusedException("notification.refused.notRunning", number);
    }
    state = State.PAUSED;
  }

  /** Whether messages of it may have left. */
  public boolean isStarted() {
    return startedAt != null;
  }

  public Involvement getInvolvement() {
    return involvement;
  }

  public ScopeVersion getScope() {
    return scope;
  }

  public MessageTemplate getTemplate() {
    return template;
  }

  public int getNumber() {
    return number;
  }

  public State getState() {
    return state;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getNoticeAt() {
    return noticeAt;
  }

  public Instant getCentreBriefedAt() {
    return centreBriefedAt;
  }

  public Instant getStartedAt() {
    return startedAt;
  }
}
