package fr.vigie.declaration;

import fr.vigie.incident.EvidenceFile;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Hands;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * One version of a declaration to an authority (GDPR art. 33; CSP L.1111-8-2). Draft, submitted,
 * signed by another person (BR-11), then sent. From the signature on its text is frozen and hashed,
 * whatever moves later in the case (BR-02, pitfall 8): what is sent is what was signed. What comes
 * after is a new version that names this one.
 */
@Entity
@Table(name = "declaration")
public class Declaration extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int ACKNOWLEDGEMENT_MAX = Filing.ACKNOWLEDGEMENT_MAX;
  public static final int REASON_MAX = 2_000;

  /** Fewer characters are no reason. */
  public static final int REASON_MIN = 10;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  /** The controller's part; none when one declaration covers the whole case. */
  @ManyToOne
  @JoinColumn(name = "involvement_id")
  private Involvement involvement;

  @Enumerated(EnumType.STRING)
  private DeclarationKind kind;

  @Enumerated(EnumType.STRING)
  private DeclarationType type;

  /** 1 for the initial one, then up. */
  @Column(name = "issue_number")
  private int number;

  @Column(name = "schema_code")
  private String schemaCode;

  @Lob private String payload;

  @Enumerated(EnumType.STRING)
  private DeclarationState state = DeclarationState.DRAFT;

  @ManyToOne
  @JoinColumn(name = "previous_id")
  private Declaration previous;

  @Column(name = "prepared_by")
  private long preparedBy;

  @Column(name = "prepared_at")
  private Instant preparedAt;

  @Column(name = "prepared_name")
  private String preparedName;

  @Column(name = "edited_by")
  private long editedBy;

  @Column(name = "edited_at")
  private Instant editedAt;

  /** Whoever prepared, answered or submitted this version. */
  @Embedded private Hands hands = new Hands();

  /** Null before it was submitted. */
  @Embedded private Signature signature;

  /** Null before it was sent. */
  @Embedded private Filing filing;

  /** Sealed file of the portal's receipt; given once, with the filing or later. */
  @ManyToOne
  @JoinColumn(name = "receipt_id")
  private EvidenceFile receipt;

  /** Canonical text of what was signed and then sent, and its SHA-256. */
  @Lob
  @Column(name = "frozen_text")
  private String frozenText;

  @Column(name = "frozen_hash")
  private String frozenHash;

  protected Declaration() {}

  private Declaration(
      Unit unit, DeclarationType type, String schemaCode, Caller author, Instant now) {
    this.incident = unit.incident();
    this.involvement = unit.involvement();
    this.kind = unit.kind();
    this.type = type;
    this.schemaCode = schemaCode;
    this.preparedBy = author.id();
    this.preparedName = author.displayName();
    this.preparedAt = now;
    this.editedBy = author.id();
    this.editedAt = now;
    this.hands.add(author.id());
    this.payload = Payload.EMPTY.text();
  }

  /** The legal unit that declares: a case, a controller (or the whole case), an authority. */
  public record Unit(Incident incident, Involvement involvement, DeclarationKind kind) {
    boolean holds(Declaration declaration) {
      return declaration.unit().equals(this);
    }

    /** The controller that declares, or who runs the case. */
    Organisation declarant() {
      return involvement == null ? incident.getLead() : involvement.getOrganisation();
    }
  }

  static Declaration initial(Unit unit, String schemaCode, Caller author, Instant now) {
    Declaration declaration =
        new Declaration(unit, DeclarationType.INITIAL, schemaCode, author, now);
    declaration.number = 1;
    return declaration;
  }

  /** A complementary one or a withdrawal: only after a sent one that has a number (BR-05). */
  static Declaration following(
      Declaration previous, DeclarationType type, String schemaCode, Caller author, Instant now) {
    if (type == DeclarationType.INITIAL
        || previous.state != DeclarationState.SENT
        || previous.initialNumber().isBlank()) {
      throw new RefusedException("declaration.refused.noInitialNumber");
    }
    if (previous.type == DeclarationType.WITHDRAWAL) {
      throw new RefusedException("declaration.refused.withdrawn");
    }
    Declaration next = new Declaration(previous.unit(), type, schemaCode, author, now);
    next.previous = previous;
    next.number = previous.number + 1;
    return next;
  }

  void fill(Payload filled, Caller author, Instant now) {
    mustBeDraft();
    payload = filled.text();
    editedBy = author.id();
    editedAt = now;
    hands.add(author.id());
  }

  /**
   * Submits for signature.
   *
   * @param late its deadline is past, or was when the first one was filed
   * @throws RefusedException naming the fields that lack an answer, or those not known yet in a
   *     declaration that calls itself complete (BR-03), or the missing reasons of a delay (BR-04)
   */
  void submit(FormSchema schema, boolean late, Locale locale, Caller author, Instant now) {
    incident.mustBeOpen();
    moveTo(DeclarationState.READY);
    if (late) {
      LateReasons.mustBeIn(schema, type, payload());
    }
    CompletenessPolicy.check(schema, type, payload(), locale);
    hands.add(author.id());
    signature = Signature.submitted(author, now);
  }

  /**
   * Signs what only other persons prepared, answered and submitted (BR-11): its text is frozen.
   *
   * @param late its deadline is past: without the reasons it is given back, not signed (BR-04)
   */
  void approve(FormSchema schema, boolean late, Caller approver, Instant now) {
    if (state.canBecome(DeclarationState.APPROVED)) {
      hands.mustBeOther(approver.id(), "declaration.refused.fourEyes");
      mustExplain(schema, late);
    }
    moveTo(DeclarationState.APPROVED);
    freeze();
    signature = signature().signed(approver, now);
  }

  private void mustExplain(FormSchema schema, boolean late) {
    if (late) {
      LateReasons.mustBeSigned(schema, type, payload());
    }
  }

  private void freeze() {
    CanonicalText frozen = CanonicalText.of(this);
    frozenText = frozen.text();
    frozenHash = frozen.hash();
  }

  /** Gives it back for correction; a signature already given falls. */
  void sendBack(String reason) {
    moveTo(DeclarationState.DRAFT);
    signature = Signature.sentBack(reason);
    frozenText = null;
    frozenHash = null;
  }

  /**
   * Takes the portal's acknowledgement: sent means acknowledged.
   *
   * @param late the portal accepted it after the deadline: the reasons are part of what was signed
   * @throws RefusedException when it is late and what was signed has no reasons; when it is said to
   *     have been sent before it was signed, without the reason why (e.g. filed while the network
   *     was down), or with one and after it
   */
  void sent(Sending sending, FormSchema schema, boolean late, Caller author, Instant now) {
    Filing.check(sending, now);
    Filing noted = new Filing(sending, author, now);
    if (state == DeclarationState.APPROVED) {
      noted.mustSuit(getApprovedAt());
      mustExplain(schema, late);
    }
    moveTo(DeclarationState.SENT);
    filing = noted;
    if (frozenText == null) { // signed before signatures froze the text
      freeze();
    }
  }

  /**
   * Keeps the sealed receipt beside what is frozen: the text and its hash stay as they were sent.
   *
   * @throws RefusedException when nothing was sent yet, or a receipt is kept already
   */
  void receive(EvidenceFile sealed) {
    if (!isSent()) {
      throw new RefusedException("declaration.refused.notSent");
    }
    if (receipt != null) {
      throw RefusedException.at("files", "declaration.refused.receiptKept");
    }
    receipt = sealed;
  }

  private Signature signature() {
    return signature == null ? new Signature() : signature;
  }

  private void moveTo(DeclarationState next) {
    if (!state.canBecome(next)) {
      throw new RefusedException("declaration.refused.state");
    }
    state = next;
  }

  /** What was submitted or sent is not changed any more. */
  void mustBeDraft() {
    if (state != DeclarationState.DRAFT) {
      throw new RefusedException(
          state == DeclarationState.SENT
              ? "declaration.refused.sent"
              : "declaration.refused.state");
    }
  }

  /** The number that the authority gave to the first one of the row. */
  public String initialNumber() {
    if (previous != null) {
      return previous.initialNumber();
    }
    return filing == null ? "" : filing.getAcknowledgement();
  }

  /** When the authority had the first one of the row; null before. */
  public Instant initialSentAt() {
    return previous == null ? getSentAt() : previous.initialSentAt();
  }

  public Payload payload() {
    return Payload.parse(payload);
  }

  public Unit unit() {
    return new Unit(incident, involvement, kind);
  }

  /** The controller that declares, or who runs the case. */
  public Organisation declarant() {
    return unit().declarant();
  }

  public boolean isSent() {
    return state == DeclarationState.SENT;
  }

  public boolean isDraft() {
    return state == DeclarationState.DRAFT;
  }

  public boolean isComplete() {
    return CompletenessPolicy.isComplete(payload());
  }

  /** Acknowledged by a number, but the file that proves it is not kept yet. */
  public boolean lacksReceipt() {
    return isSent() && receipt == null;
  }

  /** It said "incomplete", and a complementary one must follow (art. 33(4)). */
  public boolean promisesMore() {
    return isSent() && type != DeclarationType.WITHDRAWAL && !isComplete();
  }

  /** Why it was late, as the form asks for it. */
  Optional<String> delayReasons() {
    return LateReasons.in(payload());
  }

  public ZoneId zone() {
    return incident.zone();
  }

  public Incident getIncident() {
    return incident;
  }

  public Involvement getInvolvement() {
    return involvement;
  }

  public DeclarationKind getKind() {
    return kind;
  }

  public DeclarationType getType() {
    return type;
  }

  public int getNumber() {
    return number;
  }

  public String getSchemaCode() {
    return schemaCode;
  }

  public DeclarationState getState() {
    return state;
  }

  public Declaration getPrevious() {
    return previous;
  }

  public String getPreparedName() {
    return preparedName;
  }

  public Instant getPreparedAt() {
    return preparedAt;
  }

  public long getEditedBy() {
    return editedBy;
  }

  public Instant getEditedAt() {
    return editedAt;
  }

  Long getSubmittedBy() {
    return signature().getSubmittedBy();
  }

  /** Who prepared, answered or submitted this version does not sign it. */
  public boolean isOfHand(long person) {
    return hands.has(person);
  }

  public String getSubmittedName() {
    return signature().getSubmittedName();
  }

  public Instant getSubmittedAt() {
    return signature().getSubmittedAt();
  }

  public String getApprovedName() {
    return signature().getApprovedName();
  }

  public Long getApprovedBy() {
    return signature().getApprovedBy();
  }

  public Instant getApprovedAt() {
    return signature().getApprovedAt();
  }

  public String getReturnReason() {
    return signature().getReturnReason();
  }

  public String getSentName() {
    return filing == null ? null : filing.getName();
  }

  public Instant getSentAt() {
    return filing == null ? null : filing.getAt();
  }

  public String getAcknowledgement() {
    return filing == null ? null : filing.getAcknowledgement();
  }

  public String getFilingReason() {
    return filing == null ? null : filing.getReason();
  }

  public EvidenceFile getReceipt() {
    return receipt;
  }

  /** The frozen text; before the signature, as it would be. */
  CanonicalText canonicalText() {
    return frozenText == null ? CanonicalText.of(this) : new CanonicalText(frozenText, frozenHash);
  }

  public String getFrozenText() {
    return frozenText;
  }

  public String getFrozenHash() {
    return frozenHash;
  }
}
