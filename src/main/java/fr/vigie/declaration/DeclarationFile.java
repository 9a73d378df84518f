package fr.vigie.declaration;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.regime.RegimeTrack;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reading declarations, and taking them out of the house. */
@UseCase
public class DeclarationFile {
  @Inject DeclarationRepository declarations;
  @Inject IncidentRepository incidents;
  @Inject FormSchemas schemas;
  @Inject Bases bases;
  @Inject Duties duties;
  @Inject Acts acts;
  @Inject Clock clock;

  private final Prefill prefill = new Prefill();

  /**
   * One declaration with what is needed to read it.
   *
   * @param versions of the unit, those that the reader may see, oldest first
   * @param differences where today's facts say something else
   * @param gaps what keeps a draft from being submitted today
   * @param late its deadline is past: reasons of the delay are owed
   * @param clock of the duty, or null
   */
  public record Sheet(
      Declaration declaration,
      FormSchema schema,
      List<Declaration> versions,
      List<Difference> differences,
      List<Gap> gaps,
      boolean late,
      RegimeTrack clock) {

    /** Whether it cannot be submitted without an answer to this question. */
    public boolean needs(FormField field) {
      return field.required() || (late && LateReasons.FIELD.equals(field.code()));
    }
  }

  /**
   * Who declares what in a case, and how far that is.
   *
   * @param declarations oldest first; none when nothing is begun
   * @param clock of the duty, or null
   */
  public record Row(Declaration.Unit unit, List<Declaration> declarations, RegimeTrack clock) {
    /** The version to look at; null when nothing is begun. */
    public Declaration last() {
      return declarations.isEmpty() ? null : declarations.get(declarations.size() - 1);
    }

    /** When the authority had the first one; null before. */
    public Instant firstSentAt() {
      return declarations.stream()
          .filter(Declaration::isSent)
          .map(Declaration::getSentAt)
          .findFirst()
          .orElse(null);
    }

    public boolean isFulfilled() {
      return declarations.stream().anyMatch(Declaration::isSent);
    }
  }

  @Requires(Permission.DECLARATION_READ)
  public Sheet get(Long id) {
    Declaration declaration = declarations.get(id);
    FormSchema schema = schemas.get(declaration.getSchemaCode());
    Basis basis = bases.of(declaration);
    Payload facts = prefill.fill(schema, basis);
    boolean late = basis.clocks().late();
    return new Sheet(
        declaration,
        schema,
        declarations.readable(declaration.unit()),
        Difference.between(schema, declaration, facts),
        declaration.isDraft() ? gaps(schema, declaration, facts, late) : List.of(),
        late,
        duties.clock(declaration.unit()).orElse(null));
  }

  /** As the submission will find it: with today's word of what the case alone says. */
  private static List<Gap> gaps(
      FormSchema schema, Declaration declaration, Payload facts, boolean late) {
    DeclarationType type = declaration.getType();
    Payload answers = new Answering(schema, type, facts).obeying(declaration.payload());
    return CompletenessPolicy.gaps(schema, type, answers, late);
  }

  @Requires(Permission.DECLARATION_READ)
  public Page<Declaration> find(DeclarationFilter filter, Page.Request request) {
    return declarations.find(filter, request);
  }

  /** The duties of a case that the caller may see: each controller's, and the whole case's. */
  @Requires(Permission.DECLARATION_READ)
  public List<Row> of(String reference) {
    Incident incident = incidents.get(reference);
    List<Declaration> known = declarations.of(incident);
    List<Row> rows = new ArrayList<>();
    for (Involvement involvement : incidents.involvements(incident)) {
      if (involvement.isController()) {
        add(rows, new Declaration.Unit(incident, involvement, DeclarationKind.CNIL), known);
      }
    }
    if (declarations.mayDeclareForAll(incident)) {
      add(rows, new Declaration.Unit(incident, null, DeclarationKind.HEALTH), known);
    }
    for (Declaration declaration : known) {
      if (rows.stream().noneMatch(row -> row.declarations().contains(declaration))) {
        add(rows, declaration.unit(), known);
      }
    }
    return rows;
  }

  private void add(List<Row> rows, Declaration.Unit unit, List<Declaration> known) {
    List<Declaration> own = known.stream().filter(unit::holds).toList();
    rows.add(new Row(unit, own, duties.clock(unit).orElse(null)));
  }

  /** The declaration as a document to take away; audited. */
  @Requires(Permission.DECLARATION_EXPORT)
  public DeclarationDocument document(Long id, String format) {
    Declaration declaration = declarations.get(id);
    CanonicalText text = declaration.canonicalText();
    ActLine.of(acts.current(), declaration).fact("format", format).fact("hash", text.hash());
    return new DeclarationDocument(
        declaration,
        schemas.get(declaration.getSchemaCode()),
        text,
        acts.caller().displayName(),
        clock.instant());
  }
}
