package fr.vigie.incident.web;

import fr.vigie.incident.Audience;
import fr.vigie.incident.Audiences;
import fr.vigie.platform.Texts;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * For whom something is written, as it is chosen. Asked only of those who have a choice: an
 * organisation with one part in the case writes in that part.
 */
public class AudienceInput implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> written = new ArrayList<>();
  private final ArrayList<String> labels = new ArrayList<>();
  private String value;

  private AudienceInput() {}

  /** The team, all on the case, or one controller. */
  static AudienceInput of(Audiences.Choices choices) {
    AudienceInput input = new AudienceInput();
    if (choices.whole()) {
      input.offer(Audience.TEAM, texts().text("incident.audience.team"));
      input.offer(Audience.EVERYBODY, texts().text("incident.audience.all"));
    }
    return input.parts(choices);
  }

  /** The whole case or one controller's part of it, for what is not addressed to anybody. */
  static AudienceInput partsOf(Audiences.Choices choices) {
    AudienceInput input = new AudienceInput();
    if (choices.whole()) {
      input.offer(Audience.TEAM, texts().text("incident.audience.whole"));
    }
    return input.parts(choices);
  }

  private AudienceInput parts(Audiences.Choices choices) {
    choices.controllers().forEach(o -> offer(Audience.controller(o.getId()), o.getName()));
    value = written.isEmpty() ? Audience.TEAM.written() : written.get(0);
    return this;
  }

  private void offer(Audience audience, String label) {
    written.add(audience.written());
    labels.add(label);
  }

  Audience audience() {
    return Audience.parse(value);
  }

  /** Whether there is a choice. */
  public boolean isAsked() {
    return written.size() > 1;
  }

  public List<SelectItem> getItems() {
    List<SelectItem> items = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      items.add(new SelectItem(written.get(i), labels.get(i)));
    }
    return items;
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }

  private static Texts texts() {
    Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
    return Texts.in(locale);
  }
}
