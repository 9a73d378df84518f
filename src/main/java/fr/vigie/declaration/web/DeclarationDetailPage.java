package fr.vigie.declaration.web;

import fr.vigie.declaration.Declaration;
import fr.vigie.declaration.DeclarationFile;
import fr.vigie.declaration.Declaring;
import fr.vigie.declaration.FieldValue;
import fr.vigie.declaration.FormField;
import fr.vigie.declaration.FormSection;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** /declaration/detail.xhtml?id=…: read field by field; with edit=section, answer a section. */
@Named
@RequestScoped
public class DeclarationDetailPage {
  @Inject DeclarationFile file;
  @Inject Declaring declaring;
  @Inject Messages messages;
  @Inject @Param String id;
  @Inject @Param String edit;

  private DeclarationFile.Sheet sheet;
  private List<FieldInput> inputs;
  private int version = -1;
  private String overrideReason = "";
  private boolean refused;

  public DeclarationFile.Sheet getSheet() {
    if (sheet == null) {
      sheet = file.get(key());
    }
    return sheet;
  }

  public Declaration getDeclaration() {
    return getSheet().declaration();
  }

  Long key() {
    if (id == null || !id.matches("[0-9]{1,18}")) {
      throw new NotFoundException("Declaration", id);
    }
    return Long.valueOf(id);
  }

  /** Sections that this type of declaration asks. */
  public List<FormSection> getSections() {
    return getSheet().schema().sections().stream()
        .filter(section -> !fields(section).isEmpty())
        .toList();
  }

  public List<FormField> fields(FormSection section) {
    return section.fields(getDeclaration().getType());
  }

  /** How many questions of a section are not answered, or not known yet. */
  public long open(FormSection section) {
    return fields(section).stream().filter(this::isOpen).count();
  }

  private boolean isOpen(FormField field) {
    FieldValue value = getDeclaration().payload().get(field.code()).orElse(null);
    return value == null ? field.required() : value.isUnknown();
  }

  /** The submission was just refused: what it lacks is read first. */
  public boolean isRefused() {
    return refused;
  }

  /** The section being answered; null when the page is only read. */
  public FormSection getEdited() {
    return !getDeclaration().isDraft() || edit == null
        ? null
        : getSections().stream()
            .filter(section -> section.code().equals(edit))
            .findFirst()
            .orElse(null);
  }

  public List<FieldInput> getInputs() {
    if (inputs == null) {
      inputs = new ArrayList<>();
      FormSection section = getEdited();
      if (section != null) {
        for (FormField field : fields(section)) {
          FieldValue before = getDeclaration().payload().get(field.code()).orElse(null);
          inputs.add(new FieldInput(field, before, getDeclaration().zone()));
        }
      }
    }
    return inputs;
  }

  public String save() {
    Map<String, FieldValue> answers = new LinkedHashMap<>();
    for (FieldInput input : getInputs()) {
      if (!input.isClosed()) {
        answers.put(input.getField().code(), input.value().orElse(null));
      }
    }
    declaring.answer(key(), version, answers, overrideReason);
    return done("saved");
  }

  /** Takes over today's facts where nobody wrote against them. */
  public String refresh() {
    declaring.refresh(key(), getVersion(), List.of());
    return done("refreshed");
  }

  public String submit() {
    refused = true;
    declaring.submit(key(), Faces.getLocale());
    refused = false;
    return done("submitted");
  }

  private String done(String what) {
    messages.done("declaration.done." + what);
    return address(key());
  }

  static String address(Long declarationId) {
    return "/declaration/detail.xhtml?faces-redirect=true&id=" + declarationId;
  }

  public int getVersion() {
    return version < 0 ? getDeclaration().getVersion() : version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public String getOverrideReason() {
    return overrideReason;
  }

  public void setOverrideReason(String overrideReason) {
    this.overrideReason = overrideReason;
  }
}
