package fr.vigie.notification;

import fr.vigie.incident.Involvement;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Hands;
import fr.vigie.platform.persistence.Persistent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One version of a controller's message. Proposed by one person, approved by another who wrote
 * nothing in it, and only without a single finding (BR-10, BR-11); then frozen with its hash.
 */
@Entity
@Table(name = "message_template")
public class MessageTemplate extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int SUBJECT_MAX = 200;
  public static final int BLOCK_MAX = 4_000;

  /** Where a version stands. */
  public enum State {
    DRAFT,
    PROPOSED,
    APPROVED
  }

  @ManyToOne(optional = false)
  @JoinColumn(name = "involvement_id")
  private Involvement involvement;

  @Column(name = "version_number")
  private int number;

  @Enumerated(EnumType.STRING)
  private State state = State.DRAFT;

  private String subject;

  @Column(name = "blocks_json")
  private String blocksJson;

  @Column(name = "author_id")
  private long authorId;

  /** Who wrote in this version or proposed it. */
  @Embedded private Hands hands = new Hands();

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "proposed_by")
  private Long proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "approved_by")
  private Long approvedBy;

  @Column(name = "approved_at")
  private Instant approvedAt;

  private String sha256;

  protected MessageTemplate() {}

  MessageTemplate(
      Involvement involvement, int number, MessageDraft text, long author, Instant now) {
    this.involvement = involvement;
    this.number = number;
    this.authorId = author;
    this.createdAt = now;
    take(text);
  }

  void write(MessageDraft text, long writer) {
    mustBe(State.DRAFT);
    hands.add(writer);
    take(text);
  }

  private void take(MessageDraft text) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    Map<MessageBlock, String> inOrder = new EnumMap<>(MessageBlock.class);
    inOrder.putAll(text.blocks());
    inOrder.forEach((block, words) -> json.add(block.name(), words));
    subject = text.subject();
    blocksJson = json.build().toString();
  }

  public MessageDraft draft() {
    Map<MessageBlock, String> blocks = new EnumMap<>(MessageBlock.class);
    try (var reader = Json.createReader(new StringReader(blocksJson))) {
      JsonObject json = reader.readObject();
      json.keySet().forEach(key -> blocks.put(MessageBlock.valueOf(key), json.getString(key)));
    }
    return new MessageDraft(subject, blocks);
  }

  void propose(Map<Placeholder, String> facts, long author, Instant now) {
    mustBe(State.DRAFT);
    mustBeClean(facts);
    hands.add(author);
    proposedBy = author;
    proposedAt = now;
    state = State.PROPOSED;
  }

  void sendBack() {
    mustBe(State.PROPOSED);
    state = State.DRAFT;
  }

  void approve(Map<Placeholder, String> facts, long approver, Instant now) {
    mustBe(State.PROPOSED);
    mustBeClean(facts);
    hands.add(proposedBy); // also of a row that is older than its hands
    hands.mustBeOther(approver, "notification.refused.fourEyes");
    approvedBy = approver;
    approvedAt = now;
    sha256 = Hash.of(subject + "\n" + blocksJson);
    state = State.APPROVED;
  }

  /** What stands against approval: also words that nothing will replace. */
  List<MessageFinding> findings(Map<Placeholder, String> facts) {
    return Merging.findings(draft(), facts);
  }

  /** What a text may leave open for each person. */
  public List<Placeholder> placeholders() {
    return List.of(Placeholder.values());
  }

  /** Names the first finding at its block, and how many there are. */
  private void mustBeClean(Map<Placeholder, String> facts) {
    List<MessageFinding> findings = findings(facts);
    if (!findings.isEmpty()) {
      MessageFinding first = findings.get(0);
      String field = first.block() == null ? "subject" : "block" + first.block().ordinal();
      throw RefusedException.at(field, first.messageKey(), first.excerpt(), findings.size());
    }
  }

  private void mustBe(State wanted) {
    if (state != wanted) {
      throw new RefusedException("notification.refused.template." + state, number);
    }
  }

  /** Who wrote in this version or proposed it does not approve it. */
  public boolean isOfHand(long person) {
    return hands.has(person) || (proposedBy != null && proposedBy == person);
  }

  public boolean isApproved() {
    return state == State.APPROVED;
  }

  public Involvement getInvolvement() {
    return involvement;
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

  public Long getProposedBy() {
    return proposedBy;
  }

  public Instant getApprovedAt() {
    return approvedAt;
  }

  public String getSha256() {
    return sha256;
  }
}
