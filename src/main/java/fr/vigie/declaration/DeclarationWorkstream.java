package fr.vigie.declaration;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Step;
import fr.vigie.incident.Workstream;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left to do about declarations. How far the step is, the legal clocks say (regime): here
 * nothing is counted twice.
 */
@ApplicationScoped
public class DeclarationWorkstream implements Workstream {
  private static final String TAB = "declarations";

  @Inject DeclarationRepository declarations;

  @Override
  public Step step() {
    return Step.DECLARATIONS;
  }

  @Override
  public Progress progress(Incident incident) {
    return Progress.notConcerned();
  }

  @Override
  public List<Pending> pending(Incident incident) {
    Map<Object, Declaration> last = new LinkedHashMap<>();
    for (Declaration declaration : declarations.all(incident)) {
      Object controller =
          declaration.getInvolvement() == null ? "" : declaration.getInvolvement().getId();
      last.put(List.of(declaration.getKind(), controller), declaration);
    }
    List<Pending> pending = new ArrayList<>();
    last.values().forEach(declaration -> add(pending, declaration));
    return pending;
  }

  private static void add(List<Pending> pending, Declaration declaration) {
    switch (declaration.getState()) {
      case DRAFT -> pending.add(pending("declaration.pending.draft", declaration, false));
      case READY -> pending.add(pending("declaration.pending.sign", declaration, false));
      case APPROVED -> pending.add(pending("declaration.pending.send", declaration, false));
      case SENT -> {
        if (declaration.promisesMore()) {
          // asked for by art. 33(4) and shown until done, but not among what BR-07 lets block
          // closing
          pending.add(pending("declaration.pending.complement", declaration, false));
        }
      }
    }
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
