package fr.vigie.containment.web;

import fr.vigie.containment.Directories;
import fr.vigie.containment.DirectoryConnection;
import fr.vigie.containment.LogSource;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.platform.Ids;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.Show;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.Region;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** /containment/directory.xhtml: one connection; without id, a new one of a kind. */
@Named
@ViewScoped
public class ContainmentDirectoryPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Directories directories;
  @Inject Messages messages;
  @Inject transient Show show;

  private final ConnectionForm form = new ConnectionForm();
  private String id;
  private String edit;
  private String kind;
  private String region;
  private Organisation organisation;
  private Directories.Described described;
  private Tested tested;
  private String logName;
  private String keptHours;
  private String logHolder;

  /** What the test just made saw, in words. */
  public record Tested(boolean works, String text, String detail, List<String> warnings)
      implements Serializable {}

  /** A new connection is only for who may add one. */
  public void load() {
    if (id == null && directories.editableRegions().isEmpty()) {
      throw new NotFoundException("DirectoryConnection", "new");
    }
    if (id != null) {
      described = directories.get(Ids.parse("DirectoryConnection", id));
      form.show(described.connection());
    } else if (getKind() != null && form.getTyped().isEmpty()) {
      form.usual(getKind());
    }
  }

  public String save() {
    DirectoryConnection saved =
        described == null
            ? directories.add(
                region,
                organisation == null ? null : organisation.getId(),
                getKind(),
                form.data(),
                form.secret())
            : directories.change(
                getConnection().getId(), getConnection().seen(), form.data(), form.secret());
    messages.done("containment.done.directory", saved.getName());
    return address(saved.getId());
  }

  /** Answers on the same page. */
  public void test() {
    Directories.Tested result = directories.test(getConnection().getId());
    described = directories.get(getConnection().getId());
    tested =
        result
            .check()
            .map(
                check ->
                    new Tested(
                        true,
                        show.text(
                            check.counted()
                                ? "containment.check.counted"
                                : "containment.check.atLeast",
                            check.accounts(),
                            check.server()),
                        "",
                        check.warnings()))
            .orElseGet(
                () ->
                    new Tested(
                        false,
                        show.text(
                            "containment.fault." + result.fault().kind(),
                            getConnection().getName()),
                        result.fault().detail(),
                        List.of()));
  }

  public String use(boolean used) {
    directories.use(getConnection().getId(), used);
    messages.done(
        used ? "containment.done.directoryUsed" : "containment.done.directoryUnused",
        getConnection().getName());
    return address(getConnection().getId());
  }

  public String addLog() {
    directories.addLog(getConnection().getId(), logName, hours(), logHolder);
    messages.done("containment.done.log", logName);
    return address(getConnection().getId());
  }

  private Integer hours() {
    if (keptHours == null || keptHours.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(keptHours.strip());
    } catch (NumberFormatException e) {
      throw RefusedException.at("keptHours", "containment.refused.keptHours");
    }
  }

  public String removeLog(LogSource log) {
    directories.removeLog(log.getId());
    messages.done("containment.done.logRemoved", log.getName());
    return address(getConnection().getId());
  }

  private static String address(Long id) {
    return "/containment/directory.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isEditing() {
    return described == null || edit != null;
  }

  public boolean isEditable() {
    return described != null
        && getRegions().stream()
            .anyMatch(r -> r.getCode().equals(getConnection().getRegion().getCode()));
  }

  /** Known from the connection, or chosen for a new one. */
  public DirectoryKind getKind() {
    if (described != null) {
      return getConnection().getKind();
    }
    for (DirectoryKind known : DirectoryKind.values()) {
      if (known.name().equals(kind)) {
        return known;
      }
    }
    return null;
  }

  public void setKindName(String name) {
    this.kind = name;
  }

  public String getKindName() {
    return kind;
  }

  public DirectoryKind[] getKinds() {
    return DirectoryKind.values();
  }

  public boolean isManual() {
    return getKind() == DirectoryKind.MANUAL;
  }

  public DirectoryConnection getConnection() {
    return described == null ? null : described.connection();
  }

  public List<LogSource> getLogs() {
    return described.logs();
  }

  public List<Region> getRegions() {
    return directories.editableRegions();
  }

  public ConnectionForm getForm() {
    return form;
  }

  public Tested getTested() {
    return tested;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getEdit() {
    return edit;
  }

  public void setEdit(String edit) {
    this.edit = edit;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public void setOrganisation(Organisation organisation) {
    this.organisation = organisation;
  }

  public String getLogName() {
    return logName;
  }

  public void setLogName(String logName) {
    this.logName = logName;
  }

  public String getKeptHours() {
    return keptHours;
  }

  public void setKeptHours(String keptHours) {
    this.keptHours = keptHours;
  }

  public String getLogHolder() {
    return logHolder;
  }

  public void setLogHolder(String logHolder) {
    this.logHolder = logHolder;
  }
}
