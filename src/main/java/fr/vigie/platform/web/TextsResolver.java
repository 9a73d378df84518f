package fr.vigie.platform.web;

import fr.vigie.platform.Texts;
import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/**
 * Gives each feature's words to the pages as {@code #{incidentText['list.title']}}; the platform's
 * own as {@code commonText}. Resource bundles declared in faces-config would fall back to the
 * machine's language before the French root.
 */
public class TextsResolver extends ELResolver {
  private static final String SUFFIX = "Text";

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base != null || !(property instanceof String name) || !name.endsWith(SUFFIX)) {
      return null;
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    Locale locale =
        faces == null || faces.getViewRoot() == null
            ? Locale.FRENCH
            : faces.getViewRoot().getLocale();
    return Texts.bundle(name.substring(0, name.length() - SUFFIX.length()), locale)
        .map(
            words -> {
              context.setPropertyResolved(null, property);
              return words;
            })
        .orElse(null);
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    // Words are read only.
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return true;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base == null ? String.class : null;
  }
}
