package fr.vigie.declaration.web;

import fr.vigie.declaration.Declaration;
import fr.vigie.declaration.DeclarationFile;
import fr.vigie.declaration.DeclarationKind;
import fr.vigie.declaration.Declaring;
import fr.vigie.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The declarations of a case: what each controller owes, how far it is, what comes next. */
@Named
@RequestScoped
public class IncidentDeclarationsTab {
  @Inject DeclarationFile file;
  @Inject Declaring declaring;
  @Inject Messages messages;
  @Inject @Param String ref;

  private List<DeclarationFile.Row> rows;

  public List<DeclarationFile.Row> getRows() {
    if (rows == null) {
      rows = file.of(ref);
    }
    return rows;
  }

  /** Begins the initial declaration of a row and opens it. */
  public String prepare(Long involvementId, DeclarationKind kind) {
    Long controller = involvementId == null || involvementId == 0 ? null : involvementId;
    Declaration declaration = declaring.prepare(ref, controller, kind);
    messages.done("declaration.done.prepared");
    return DeclarationDetailPage.address(declaration.getId());
  }
}
