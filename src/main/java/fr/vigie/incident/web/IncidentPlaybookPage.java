package fr.vigie.incident.web;

import fr.vigie.incident.IncidentCategory;
import fr.vigie.incident.Playbook;
import fr.vigie.incident.Playbooks;
import fr.vigie.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.Param;

/** /incident/playbook.xhtml?code=…&item=…: one playbook and, when asked for, one of its items. */
@Named
@ViewScoped
public class IncidentPlaybookPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Playbooks playbooks;
  @Inject Messages messages;

  @Inject
  @Param(name = "code")
  String present;

  @Inject
  @Param(name = "item")
  String item;

  private Playbook playbook;
  private String code;
  private String nameFr;
  private String nameEn;
  private IncidentCategory[] categories = {};
  private boolean active = true;
  private final PlaybookItemForm itemForm = new PlaybookItemForm();

  @PostConstruct
  void open() {
    if (present != null) {
      playbook = playbooks.get(present);
      nameFr = playbook.getNameFr();
      nameEn = playbook.getNameEn();
      categories = playbook.getCategories().toArray(IncidentCategory[]::new);
      active = playbook.isActive();
      itemForm.read(playbook, item);
    }
  }

  public String save() {
    Playbooks.Content content = new Playbooks.Content(nameFr, nameEn, List.of(categories), active);
    return told(
        playbook == null
            ? playbooks.create(code, content)
            : playbooks.describe(present, playbook.getVersion(), content));
  }

  public String saveItem() {
    int version = playbook.getVersion();
    return told(
        itemForm.isNew()
            ? playbooks.addItem(present, version, itemForm.getCode(), itemForm.content())
            : playbooks.changeItem(present, version, itemForm.getCode(), itemForm.content()));
  }

  public String removeItem() {
    return told(playbooks.removeItem(present, playbook.getVersion(), itemForm.getCode()));
  }

  private String told(Playbook saved) {
    messages.done("incident.done.playbookSaved", saved.getNameFr());
    return "/incident/playbook.xhtml?faces-redirect=true&code=" + saved.getCode();
  }

  public Playbook getPlaybook() {
    return playbook;
  }

  public boolean isItemShown() {
    return playbook != null && item != null;
  }

  public PlaybookItemForm getItemForm() {
    return itemForm;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getNameFr() {
    return nameFr;
  }

  public void setNameFr(String nameFr) {
    this.nameFr = nameFr;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public IncidentCategory[] getCategories() {
    return categories.clone();
  }

  public void setCategories(IncidentCategory[] categories) {
    this.categories = categories.clone();
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
