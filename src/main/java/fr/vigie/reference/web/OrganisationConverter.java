package fr.vigie.reference.web;

import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Texts;
import fr.vigie.reference.Directory;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * An organisation by its id, for inputs that choose one: {@code
 * converter="#{organisationConverter}"}.
 */
@Named
@RequestScoped
public class OrganisationConverter implements Converter<Organisation> {
  @Inject Directory directory;

  @Override
  public Organisation getAsObject(FacesContext faces, UIComponent component, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return directory.get(Long.valueOf(text));
    } catch (NumberFormatException | NotFoundException unknown) {
      String words =
          Texts.in(faces.getViewRoot().getLocale()).text("reference.refused.chooseInList");
      throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
    }
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent component, Organisation value) {
    return value == null ? "" : value.getId().toString();
  }
}
