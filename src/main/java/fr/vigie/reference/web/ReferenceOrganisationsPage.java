package fr.vigie.reference.web;

import fr.vigie.platform.Page;
import fr.vigie.platform.web.TableState;
import fr.vigie.reference.Directory;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.OrganisationFilter;
import fr.vigie.reference.Region;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** /reference/organisations.xhtml: search, filter, sort, page; all of it in the address. */
@Named
@RequestScoped
public class ReferenceOrganisationsPage {
  @Inject Directory directory;
  @Inject Clock clock;

  private final TableState table = new TableState();
  private String text;
  private String region;
  private String type;
  private String closed;
  private Page<Organisation> page;

  public Page<Organisation> getPage() {
    if (page == null) {
      Organisation.Type wanted =
          Arrays.stream(Organisation.Type.values())
              .filter(known -> known.name().equals(type))
              .findFirst()
              .orElse(null);
      LocalDate day = "true".equals(closed) ? null : LocalDate.now(clock);
      page = directory.find(new OrganisationFilter(text, region, wanted, day), table.request());
    }
    return page;
  }

  public List<Region> getRegions() {
    return directory.regions();
  }

  public Organisation.Type[] getTypes() {
    return Organisation.Type.values();
  }

  public boolean isFiltered() {
    return text != null || region != null || type != null;
  }

  public TableState getTable() {
    return table;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getClosed() {
    return closed;
  }

  public void setClosed(String closed) {
    this.closed = closed;
  }
}
