package fr.vigie.declaration;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.InvolvementWithdrawn;
import fr.vigie.incident.Step;
import fr.vigie.incident.Workstream;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is left to do about declarations. Which duties are fulfilled, the legal clocks say (regime),
 * and nothing is counted twice; here stand the promises of art. 33(4) that are not kept yet.
 */
@ApplicationScoped
public class DeclarationWorkstream implements Workstream {
  private static final String TAB = "declarations";

  @Inject DeclarationRepository declarations;

  @Override
  public Step step() {
    return Step.DECLARATIONS;
  }

  /** Only promises are counted: a complementary one announced and not yet acknowledged. */
  @Override
  public Progress progress(Incident incident) {
    long promised = units(incident).values().stream().filter(Versions::isPromised).count();
    return promised == 0 ? Progress.notConcerned() : Progress.of(0, promised);
  }

  @Override
  public List<Pending> pending(Incident incident) {
    List<Pending> pending = new ArrayList<>();
    for (Versions versions : units(incident).values()) {
      next(versions)
          .map(next -> versions.last().isSent() ? next : next.toldTo(Permission.DECLARATION_DRAFTS))
          .ifPresent(pending::add);
    }
    pending.addAll(lasting(incident));
    return pending;
  }

  /** A receipt may be joined to a closed case too. */
  @Override
  public List<Pending> lasting(Incident incident) {
    return declarations.all(incident).stream()
        .filter(Declaration::lacksReceipt)
        .map(
            sent ->
                pending("declaration.pending.receipt", sent, false).by(Permission.DECLARATION_SIGN))
        .toList();
  }

  void withdrawn(@Observes InvolvementWithdrawn event) {
    Involvement part = event.involvement();
    boolean declared =
        declarations.all(part.getIncident()).stream()
            .anyMatch(declaration -> part.equals(declaration.getInvolvement()));
    if (declared) {
      throw RefusedException.at("reason", "declaration.refused.withdrawal");
    }
  }

  /** The versions of one unit, oldest first. */
  private record Versions(List<Declaration> all) {
    Declaration last() {
      return all.get(all.size() - 1);
    }

    /** The last one acknowledged said "incomplete"; a draft of what follows changes nothing. */
    boolean isPromised() {
      return all.stream()
          .filter(Declaration::isSent)
          .reduce((before, after) -> after)
          .filter(Declaration::promisesMore)
          .isPresent();
    }
  }

  private Map<Object, Versions> units(Incident incident) {
    Map<Object, Versions> units = new LinkedHashMap<>();
    for (Declaration declaration : declarations.all(incident)) {
      Object controller =
          declaration.getInvolvement() == null ? "" : declaration.getInvolvement().getId();
      units
          .computeIfAbsent(
              List.of(declaration.getKind(), controller), unit -> new Versions(new ArrayList<>()))
          .all()
          .add(declaration);
    }
    return units;
  }

  /**
   * What a promise needs, and what was begun and not filed, stands in the way of closing
   * (docs/adr/007); a draft that nobody needs is discarded.
   */
  private static Optional<Pending> next(Versions versions) {
    Declaration last = versions.last();
    return switch (last.getState()) {
      case DRAFT ->
          Optional.of(
              pending("declaration.pending.draft", last, true).by(Permission.DECLARATION_PREPARE));
      case READY -> Optional.of(toSign(last));
      case APPROVED ->
          Optional.of(
              pending("declaration.pending.send", last, true).by(Permission.DECLARATION_SIGN));
      case SENT ->
          versions.isPromised()
              ? Optional.of(
                  pending("declaration.pending.complement", last, true)
                      .by(Permission.DECLARATION_PREPARE))
              : Optional.empty();
    };
  }

  private static Pending toSign(Declaration submitted) {
    return new Pending(
            "declaration.pending.sign." + submitted.getKind(),
            List.of(
                declarantName(submitted),
                Objects.requireNonNullElse(submitted.getSubmittedName(), "—")),
            TAB,
            true,
            controller(submitted))
        .by(Permission.DECLARATION_SIGN)
        .notBy(submitted.getSubmittedBy() == null ? 0 : submitted.getSubmittedBy());
  }

  private static Pending pending(String key, Declaration declaration, boolean blocksClosing) {
    return new Pending(
        key, List.of(declarantName(declaration)), TAB, blocksClosing, controller(declaration));
  }

  /** Null for a declaration of the whole case. */
  private static Organisation controller(Declaration declaration) {
    return declaration.getInvolvement() == null
        ? null
        : declaration.getInvolvement().getOrganisation();
  }

  private static String declarantName(Declaration declaration) {
    return declaration.declarant() == null
        ? declaration.getIncident().getReference()
        : declaration.declarant().getName();
  }
}
