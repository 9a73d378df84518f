package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessDomain;
import fr.vigie.accesslog.AccessSource;
import fr.vigie.accesslog.LogSources;
import fr.vigie.accesslog.SourceData;
import fr.vigie.incident.DataCategory;
import fr.vigie.platform.web.Messages;
import fr.vigie.reference.Organisation;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.omnifaces.cdi.Param;

/** /accesslog/source.xhtml: one source and the domains of its numbers; without id, a new one. */
@Named
@ViewScoped
public class AccesslogSourcePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject @Param Long id;
  @Inject @Param String ref;
  @Inject LogSources sources;
  @Inject Messages messages;

  private LogSources.Described described;
  private Long organisation;
  private String name;
  private String zone = "Europe/Paris";
  private Integer clockOffset = 0;
  private Integer keptDays;
  private Integer silence = 60;
  private String[] listCategories = {};
  private String[] viewCategories = {};
  private String domain;
  private Long controller;
  private Long patients;

  /** Fills the form; a new source begins with the usual. */
  public void load() {
    if (id == null || described != null) {
      return;
    }
    described = sources.get(id);
    SourceData data = getSource().data();
    name = data.name();
    zone = data.zoneId();
    clockOffset = data.clockOffsetSeconds();
    keptDays = data.keptDays();
    silence = data.silenceMinutes();
    listCategories = codes(data.listCategories());
    viewCategories = codes(data.viewCategories());
  }

  private static String[] codes(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ");
  }

  public String save() {
    SourceData data =
        new SourceData(
            name,
            zone,
            clockOffset == null ? 0 : clockOffset,
            keptDays,
            silence == null ? 0 : silence,
            String.join(" ", listCategories),
            String.join(" ", viewCategories));
    AccessSource saved =
        described == null
            ? sources.add(organisation, data)
            : sources.change(id, getSource().seen(), data);
    messages.done("accesslog.done.source", saved.getName());
    return address(saved.getId());
  }

  public String addDomain() {
    sources.addDomain(id, domain, controller, patients);
    messages.done("accesslog.done.domain", domain == null ? "" : domain);
    return address(id);
  }

  public String removeDomain(AccessDomain one) {
    sources.removeDomain(one.getId());
    messages.done("accesslog.done.domainRemoved", one.getName());
    return address(id);
  }

  private String address(Long source) {
    return "/accesslog/source.xhtml?faces-redirect=true&id="
        + source
        + (ref == null ? "" : "&ref=" + ref);
  }

  public AccessSource getSource() {
    return described == null ? null : described.source();
  }

  public List<AccessDomain> getDomains() {
    return described.domains();
  }

  public List<Organisation> getOrganisations() {
    return sources.organisations();
  }

  public List<String> getKinds() {
    return Arrays.stream(DataCategory.values()).map(Enum::name).toList();
  }

  public Long getId() {
    return id;
  }

  public String getRef() {
    return ref;
  }

  public Long getOrganisation() {
    return organisation;
  }

  public void setOrganisation(Long organisation) {
    this.organisation = organisation;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public Integer getClockOffset() {
    return clockOffset;
  }

  public void setClockOffset(Integer clockOffset) {
    this.clockOffset = clockOffset;
  }

  public Integer getKeptDays() {
    return keptDays;
  }

  public void setKeptDays(Integer keptDays) {
    this.keptDays = keptDays;
  }

  public Integer getSilence() {
    return silence;
  }

  public void setSilence(Integer silence) {
    this.silence = silence;
  }

  public String[] getListCategories() {
    return listCategories;
  }

  public void setListCategories(String[] listCategories) {
    this.listCategories = listCategories;
  }

  public String[] getViewCategories() {
    return viewCategories;
  }

  public void setViewCategories(String[] viewCategories) {
    this.viewCategories = viewCategories;
  }

  public String getDomain() {
    return domain;
  }

  public void setDomain(String domain) {
    this.domain = domain;
  }

  public Long getController() {
    return controller;
  }

  public void setController(Long controller) {
    this.controller = controller;
  }

  public Long getPatients() {
    return patients;
  }

  public void setPatients(Long patients) {
    this.patients = patients;
  }
}
