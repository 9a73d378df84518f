package fr.vigie.platform.web;

import fr.vigie.platform.FreeText;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;
import jakarta.faces.validator.ValidatorException;

/** Stands on every input of every page, so that {@link FreeText} holds for whatever is typed. */
@FacesValidator(value = "fr.vigie.freeText", isDefault = true)
public class FreeTextValidator implements Validator<Object> {
  @Override
  public void validate(FacesContext faces, UIComponent input, Object value) {
    if (value instanceof String text) {
      try {
        FreeText.check(input.getId(), text);
      } catch (RefusedException refused) {
        String words =
            Texts.in(faces.getViewRoot().getLocale())
                .text(refused.key(), refused.arguments().toArray());
        throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
      }
    }
  }
}
