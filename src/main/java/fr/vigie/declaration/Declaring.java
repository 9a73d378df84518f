package fr.vigie.declaration;

import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writing declarations: prefilled, completed, submitted for signature, followed up. */
@UseCase
public class Declaring {
  @Inject DeclarationRepository declarations;
  @Inject IncidentRepository incidents;
  @Inject FormSchemas schemas;
  @Inject Bases bases;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;

  private final Prefill prefill = new Prefill();

  /**
   * Begins the initial declaration of a controller (or of the whole case, to the health portal),
   * filled with what the case says.
   *
   * @param involvementId the controller's part; null for the whole case
   */
  @Requires(Permission.DECLARATION_PREPARE)
  public Declaration prepare(String reference, Long involvementId, DeclarationKind kind) {
    Incident incident = incidents.get(reference);
    incident.mustBeOpen();
    Declaration.Unit unit = unit(incident, involvementId, kind);
    if (!declarations.versions(unit).isEmpty()) {
      throw new RefusedException("declaration.refused.initialExists");
    }
    Instant now = clock.instant();
    FormSchema schema = schemas.inForce(kind, now.atZone(incident.zone()).toLocalDate());
    return begin(Declaration.initial(unit, schema.code(), acts.caller(), now), Payload.EMPTY);
  }

  private Declaration.Unit unit(Incident incident, Long involvementId, DeclarationKind kind) {
    if (involvementId == null) {
      if (kind != DeclarationKind.HEALTH) {
        throw RefusedException.at("controller", "declaration.refused.controllerNeeded");
      }
      if (!declarations.mayDeclareForAll(incident) || incident.getLead() == null) {
        throw new RefusedException("declaration.refused.notForAll");
      }
      return new Declaration.Unit(incident, null, kind);
    }
    Involvement involvement = incidents.involvement(involvementId);
    if (!involvement.getIncident().equals(incident) || !involvement.isController()) {
      throw RefusedException.at("controller", "declaration.refused.notController");
    }
    return new Declaration.Unit(incident, involvement, kind);
  }

  /** Begins a complementary declaration after the last one sent (art. 33(4), BR-05). */
  @Requires(Permission.DECLARATION_PREPARE)
  public Declaration complement(Long id) {
    return follow(id, DeclarationType.COMPLEMENTARY, Payload.EMPTY);
  }

  /** Begins the withdrawal of what was sent: no breach was found in the end. */
  @Requires(Permission.DECLARATION_PREPARE)
  public Declaration withdraw(Long id, String reason) {
    if (reason == null || reason.isBlank()) {
      throw RefusedException.at("reason", "declaration.refused.empty");
    }
    return follow(
        id,
        DeclarationType.WITHDRAWAL,
        Payload.EMPTY.with("withdrawal_reason", FieldValue.known(reason.strip())));
  }

  private Declaration follow(Long id, DeclarationType type, Payload more) {
    Declaration named = declarations.get(id);
    named.getIncident().mustBeOpen();
    List<Declaration> versions = declarations.versions(named.unit());
    Declaration last = versions.get(versions.size() - 1);
    if (!last.isSent()) {
      throw new RefusedException("declaration.refused.draftExists");
    }
    Instant now = clock.instant();
    FormSchema schema = schemas.inForce(last.getKind(), now.atZone(last.zone()).toLocalDate());
    Declaration next = Declaration.following(last, type, schema.code(), acts.caller(), now);
    Payload kept = typed(last.payload(), schema, type);
    return begin(next, new Payload(merged(kept, more)));
  }

  /** What a person typed in the version before stays; facts are read anew. */
  private static Payload typed(Payload before, FormSchema schema, DeclarationType type) {
    Payload kept = Payload.EMPTY;
    for (FormField field : schema.fields(type)) {
      FieldValue value = before.get(field.code()).orElse(null);
      if (value != null && value.origin() != FieldValue.Origin.FACT && !value.isUnknown()) {
        kept = kept.with(field.code(), value);
      }
    }
    return kept;
  }

  private static Map<String, FieldValue> merged(Payload under, Payload over) {
    Map<String, FieldValue> both = new java.util.TreeMap<>(under.answers());
    both.putAll(over.answers());
    return both;
  }

  private Declaration begin(Declaration declaration, Payload typed) {
    FormSchema schema = schemas.get(declaration.getSchemaCode());
    Payload facts = prefill.fill(schema, bases.of(declaration));
    Payload begun = new Payload(merged(facts, typed));
    Answering answering = new Answering(schema, declaration.getType(), facts);
    declaration.fill(answering.obeying(begun), acts.caller(), clock.instant());
    declarations.add(declaration);
    return done(declaration);
  }

  /**
   * Answers some questions.
   *
   * @param expectedVersion version that the person has seen
   * @param wanted answers by field code
   * @param reason why they differ from the facts; needed as soon as one does
   */
  @Requires(Permission.DECLARATION_PREPARE)
  public Declaration answer(
      Long id, int expectedVersion, Map<String, FieldValue> wanted, String reason) {
    Declaration declaration = declarations.get(id);
    declaration.getIncident().mustBeOpen();
    declarations.lock(declaration, expectedVersion);
    FormSchema schema = schemas.get(declaration.getSchemaCode());
    Payload facts = prefill.fill(schema, bases.of(declaration));
    Answering answering = new Answering(schema, declaration.getType(), facts);
    Payload answered = answering.apply(declaration.payload(), wanted, reason);
    declaration.fill(answered, acts.caller(), clock.instant());
    acts.current().fact("fields", String.join(" ", wanted.keySet()));
    return done(declaration);
  }

  /** Takes today's facts over into the named fields, or into all when none is named. */
  @Requires(Permission.DECLARATION_PREPARE)
  public Declaration refresh(Long id, int expectedVersion, Collection<String> fields) {
    Declaration declaration = declarations.get(id);
    declaration.getIncident().mustBeOpen();
    declarations.lock(declaration, expectedVersion);
    FormSchema schema = schemas.get(declaration.getSchemaCode());
    Payload facts = prefill.fill(schema, bases.of(declaration));
    Payload refreshed = declaration.payload();
    for (Difference difference : Difference.between(schema, declaration, facts)) {
      String code = difference.field().code();
      boolean wanted = fields.isEmpty() ? !difference.isOverridden() : fields.contains(code);
      if (wanted && difference.fact() != null) {
        refreshed = refreshed.with(code, difference.fact());
      }
    }
    declaration.fill(refreshed, acts.caller(), clock.instant());
    return done(declaration);
  }

  /**
   * Submits for signature, with today's word of what the case alone says; refused with the list of
   * what lacks (BR-03, BR-04).
   */
  @Requires(Permission.DECLARATION_PREPARE)
  public Declaration submit(Long id, Locale locale) {
    Declaration declaration = declarations.get(id);
    FormSchema schema = schemas.get(declaration.getSchemaCode());
    Basis basis = bases.of(declaration);
    Payload facts = prefill.fill(schema, basis);
    Answering answering = new Answering(schema, declaration.getType(), facts);
    declaration.fill(answering.obeying(declaration.payload()), acts.caller(), clock.instant());
    declaration.submit(schema, basis.clocks().late(), locale, acts.caller(), clock.instant());
    return done(declaration);
  }

  /**
   * Throws away a draft that is not needed; the trail keeps that it was.
   *
   * @return its case
   */
  @Requires(Permission.DECLARATION_PREPARE)
  public Incident discard(Long id) {
    Declaration declaration = declarations.get(id);
    declaration.mustBeDraft();
    declarations.remove(declaration);
    return done(declaration).getIncident();
  }

  private Declaration done(Declaration declaration) {
    ActLine.of(acts.current(), declaration);
    progress.refresh(declaration.getIncident());
    return declaration;
  }
}
