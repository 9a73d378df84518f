package fr.vigie.declaration.web;

import fr.vigie.declaration.AnswerText;
import fr.vigie.declaration.Declaration;
import fr.vigie.declaration.DeclarationState;
import fr.vigie.declaration.FieldValue;
import fr.vigie.declaration.FormField;
import fr.vigie.declaration.Label;
import fr.vigie.platform.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Locale;

/** How pages write declarations and their answers. */
@Named
@RequestScoped
public class AnswerWords {

  public String label(Label label) {
    return label.in(locale());
  }

  /** The answer as the declaration stands. */
  public String answer(Declaration declaration, FormField field) {
    return text(declaration, field, declaration.payload().get(field.code()).orElse(null));
  }

  public FieldValue value(Declaration declaration, FormField field) {
    return declaration.payload().get(field.code()).orElse(null);
  }

  public String text(Declaration declaration, FormField field, FieldValue value) {
    return new AnswerText(Texts.in(locale()), declaration.zone()).of(field, value);
  }

  /** Where an answer comes from: the part of the case, or how it was typed. */
  public String source(FieldValue value) {
    if (value.origin() != FieldValue.Origin.FACT) {
      return Texts.in(locale()).text("declaration.origin." + value.origin());
    }
    String part = value.source().substring(0, value.source().indexOf('.'));
    return Texts.in(locale()).text("declaration.source." + part);
  }

  /** The shape of a state. */
  public String shape(DeclarationState state) {
    return switch (state) {
      case DRAFT, READY, APPROVED -> "progress";
      case SENT -> "done";
    };
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}
