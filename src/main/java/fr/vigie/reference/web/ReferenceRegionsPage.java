package fr.vigie.reference.web;

import fr.vigie.platform.Page;
import fr.vigie.platform.web.Messages;
import fr.vigie.reference.Directory;
import fr.vigie.reference.DirectoryEditing;
import fr.vigie.reference.GradesRegion;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.OrganisationFilter;
import fr.vigie.reference.Region;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** /reference/regions.xhtml: regions, territories, and the GRADeS that serve them. */
@Named
@RequestScoped
public class ReferenceRegionsPage {
  private static final String SAME = "/reference/regions.xhtml?faces-redirect=true";

  @Inject Directory directory;
  @Inject DirectoryEditing editing;
  @Inject Messages messages;
  @Inject Clock clock;

  private List<Region> regions;
  private Map<String, List<GradesRegion>> served;
  private Map<String, Organisation> ars;
  private Long grades;
  private String region;
  private String from;

  public List<Region> getRegions() {
    if (regions == null) {
      regions = directory.regions();
    }
    return regions;
  }

  /** The ARS of a region, by its code. */
  public Map<String, Organisation> getArs() {
    if (ars == null) {
      ars =
          directory
              .find(
                  new OrganisationFilter("", "", Organisation.Type.ARS, LocalDate.now(clock)),
                  Page.Request.firstRows(Page.Request.MOST))
              .rows()
              .stream()
              .filter(found -> found.getRegionCode() != null)
              .collect(Collectors.toMap(Organisation::getRegionCode, o -> o, (one, two) -> one));
    }
    return ars;
  }

  /** The GRADeS of a region, past and present, by its code. */
  public Map<String, List<GradesRegion>> getServed() {
    if (served == null) {
      served =
          directory.gradesRegions().stream()
              .collect(Collectors.groupingBy(link -> link.getRegion().getCode()));
    }
    return served;
  }

  public List<Organisation> getAllGrades() {
    return directory
        .find(
            new OrganisationFilter("", "", Organisation.Type.GRADES, LocalDate.now(clock)),
            Page.Request.firstRows(Page.Request.MOST))
        .rows();
  }

  public List<Region> getEditableRegions() {
    return directory.editableRegions();
  }

  public boolean editable(String code) {
    return directory.mayEdit(code);
  }

  public String serve() {
    editing.serve(grades, region, OrganisationForm.day("from", from));
    messages.done("reference.done.serves");
    return SAME;
  }

  public String stop(Long link) {
    editing.stopServing(link, LocalDate.now(clock));
    messages.done("reference.done.stopped");
    return SAME;
  }

  public String confirm(Long link) {
    editing.confirm(link);
    messages.done("reference.done.confirmed");
    return SAME;
  }

  public Long getGrades() {
    return grades;
  }

  public void setGrades(Long grades) {
    this.grades = grades;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }
}
