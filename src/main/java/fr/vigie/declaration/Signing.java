package fr.vigie.declaration;

import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Evidence;
import fr.vigie.incident.EvidenceFile;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.Texts;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Signing declarations under four eyes (BR-11), and noting that the portal has them. */
@UseCase
public class Signing {
  @Inject DeclarationRepository declarations;
  @Inject FormSchemas schemas;
  @Inject Duties duties;
  @Inject Evidence evidence;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  /**
   * Signs, which freezes the text; whoever prepared, answered or submitted this version cannot.
   *
   * @throws RefusedException past the deadline, without the reasons of the delay
   */
  @Requires(Permission.DECLARATION_SIGN)
  public Declaration approve(Long id, String seen) {
    Declaration declaration = declarations.get(id);
    declaration.mustBeAsSeen(seen);
    declaration.getIncident().mustBeOpen();
    FormSchema schema = schemas.get(declaration.getSchemaCode());
    boolean late = duties.isLate(declaration.unit(), clock.instant());
    declaration.approve(schema, late, acts.caller(), clock.instant());
    acts.current().fact("hash", declaration.getFrozenHash());
    return done(declaration);
  }

  /** Gives it back to be corrected, for a reason. */
  @Requires(Permission.DECLARATION_SIGN)
  public Declaration sendBack(Long id, String reason) {
    Declaration declaration = declarations.get(id);
    text("reason", reason);
    declaration.sendBack(reason.strip());
    return done(declaration);
  }

  /** Takes a submitted one back to change it; a signature falls. */
  @Requires(Permission.DECLARATION_PREPARE)
  public Declaration takeBack(Long id) {
    Declaration declaration = declarations.get(id);
    declaration.sendBack(null);
    return done(declaration);
  }

  /**
   * Notes that the portal took the declaration as it was signed: the duty is fulfilled at the time
   * of the acknowledgement. Its receipt is sealed among the pieces of the case.
   */
  @Requires(Permission.DECLARATION_SIGN)
  public Declaration sent(Long id, Sending sending) {
    Declaration declaration = declarations.get(id);
    declaration.getIncident().mustBeOpen();
    if (sending.number() != null && sending.number().length() > Declaration.ACKNOWLEDGEMENT_MAX) {
      throw RefusedException.at(
          "acknowledgement",
          "declaration.refused.tooLong",
          sending.number().length(),
          Declaration.ACKNOWLEDGEMENT_MAX);
    }
    if (sending.reason() != null && sending.reason().length() > Declaration.REASON_MAX) {
      throw RefusedException.at(
          "filingReason",
          "declaration.refused.tooLong",
          sending.reason().length(),
          Declaration.REASON_MAX);
    }
    FormSchema schema = schemas.get(declaration.getSchemaCode());
    boolean late = duties.isLate(declaration.unit(), sending.at());
    declaration.sent(sending, schema, late, acts.caller(), clock.instant());
    if (declaration.getType() == DeclarationType.INITIAL) {
      duties.fulfilled(declaration);
    } else {
      duties.explained(declaration, clock.instant());
    }
    acts.current()
        .fact("sentAt", sending.at())
        .fact("acknowledgement", declaration.getAcknowledgement())
        .fact("hash", declaration.getFrozenHash());
    told.fire(
        new CaseActDone(
            declaration.getIncident(),
            declaration.getInvolvement() == null
                ? null
                : declaration.getInvolvement().getOrganisation(),
            "declaration.journal.sent." + declaration.getKind(),
            List.of(
                declaration.getNumber(),
                Objects.requireNonNullElse(declaration.getAcknowledgement(), "—")),
            declaration.getSentAt()));
    if (sending.receipt() != null) {
      keep(declaration, sending.receipt());
    }
    return done(declaration);
  }

  /**
   * Takes the receipt of what was sent without it; nothing of what is frozen moves. A closed case
   * takes it too.
   *
   * @throws RefusedException when there is one already, or at {@code files} when the file is empty
   *     or too large
   */
  @Requires(Permission.DECLARATION_SIGN)
  public Declaration receive(Long id, Receipt receipt) {
    Declaration declaration = declarations.get(id);
    if (receipt == null) {
      throw RefusedException.at("files", "declaration.refused.noReceipt");
    }
    keep(declaration, receipt);
    return done(declaration);
  }

  private void keep(Declaration declaration, Receipt receipt) {
    String said =
        Texts.in(Locale.FRENCH)
            .text("declaration.receipt.description", declaration.getAcknowledgement());
    EvidenceFile sealed =
        declaration.getInvolvement() == null
            ? evidence.store(declaration.getIncident(), receipt.name(), receipt.content(), said)
            : evidence.store(declaration.getInvolvement(), receipt.name(), receipt.content(), said);
    declaration.receive(sealed);
    acts.current().fact("receipt", sealed.getSha256());
  }

  private static void text(String field, String text) {
    if (text == null || text.isBlank()) {
      throw RefusedException.at(field, "declaration.refused.empty");
    }
    if (text.length() > Declaration.REASON_MAX) {
      throw RefusedException.at(
          field, "declaration.refused.tooLong", text.length(), Declaration.REASON_MAX);
    }
  }

  private Declaration done(Declaration declaration) {
    ActLine.of(acts.current(), declaration);
    progress.refresh(declaration.getIncident());
    return declaration;
  }
}
