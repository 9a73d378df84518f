package fr.vigie.platform.web;

import fr.vigie.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the page says after an act, by full text key. {@link #done} survives the redirect that
 * follows a successful act; the others belong to the page being shown.
 */
@Named("notices")
@ApplicationScoped
public class Messages {

  /** A message beside an input, and where to find it. */
  public record AtField(String clientId, String text) {}

  /** The act succeeded: said on the page to which it redirects. */
  public void done(String key, Object... arguments) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    add(null, FacesMessage.SEVERITY_INFO, key, arguments);
  }

  public void info(String key, Object... arguments) {
    add(null, FacesMessage.SEVERITY_INFO, key, arguments);
  }

  public void warn(String key, Object... arguments) {
    add(null, FacesMessage.SEVERITY_WARN, key, arguments);
  }

  public void error(String key, Object... arguments) {
    add(null, FacesMessage.SEVERITY_ERROR, key, arguments);
  }

  void add(String clientId, Severity severity, String key, Object... arguments) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String text = Texts.in(faces.getViewRoot().getLocale()).text(key, arguments);
    faces.addMessage(clientId, new FacesMessage(severity, text, null));
  }

  /** Messages that belong to no input. */
  public List<FacesMessage> getGlobal() {
    return FacesContext.getCurrentInstance().getMessageList(null);
  }

  /** {@code done}, {@code warn} or {@code error}: the look of a message. */
  public String look(FacesMessage message) {
    if (message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0) {
      return "error";
    }
    return message.getSeverity() == FacesMessage.SEVERITY_WARN ? "warn" : "done";
  }

  /** Read far from its input, a message says which one it is about. */
  private static String named(FacesContext faces, String clientId, String text) {
    UIComponent input = faces.getViewRoot().findComponent(":" + clientId);
    Object label = input == null ? null : input.getAttributes().get("label");
    boolean told = label == null || text.contains(label.toString());
    Texts words = Texts.in(faces.getViewRoot().getLocale());
    return told ? text : words.text("common.form.atField", label, text);
  }

  /** The messages at the inputs of one form, in the order of the page. */
  public List<AtField> in(String form) {
    FacesContext faces = FacesContext.getCurrentInstance();
    List<AtField> found = new ArrayList<>();
    Iterator<String> clientIds = faces.getClientIdsWithMessages();
    while (clientIds.hasNext()) {
      String id = clientIds.next();
      if (id != null && (id.startsWith(form + ":") || id.contains(":" + form + ":"))) {
        faces
            .getMessageList(id)
            .forEach(m -> found.add(new AtField(id, named(faces, id, m.getSummary()))));
      }
    }
    return found;
  }
}
