package fr.vigie.declaration;

import fr.vigie.incident.FollowUp;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Step;
import fr.vigie.investigation.ScopeFrozen;
import fr.vigie.investigation.ScopeVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * A new list whose number changed much asks for a complement of what was declared to the CNIL
 * (BR-08): where nothing was declared yet, the first declaration will carry the new number.
 */
@ApplicationScoped
public class ComplementDuty {
  @Inject DeclarationRepository declarations;
  @Inject FollowUp followUp;

  void frozen(@Observes ScopeFrozen event) {
    ScopeVersion version = event.version();
    if (!event.complementDue()) {
      return;
    }
    if (isDeclared(version.getInvolvement())) {
      followUp.lay(
          version.getInvolvement(),
          Step.DECLARATIONS,
          "declaration.task.complementary",
          event.previous().getFigures().getPersons(),
          version.getFigures().getPersons());
    } else {
      version.nothingDeclared();
    }
  }

  /** To the CNIL, for this controller alone or for the whole case. */
  private boolean isDeclared(Involvement controller) {
    return declarations.all(controller.getIncident()).stream()
        .filter(declaration -> declaration.getKind() == DeclarationKind.CNIL)
        .filter(
            declaration ->
                declaration.getInvolvement() == null
                    || declaration.getInvolvement().equals(controller))
        .anyMatch(Declaration::isSent);
  }
}
