package fr.vigie.reference.web;

import fr.vigie.platform.Page;
import fr.vigie.platform.web.TableState;
import fr.vigie.reference.Directory;
import fr.vigie.reference.Region;
import fr.vigie.reference.Service;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** /reference/services.xhtml: the shared services. */
@Named
@RequestScoped
public class ReferenceServicesPage {
  @Inject Directory directory;

  private final TableState table = new TableState();
  private String text;
  private String region;
  private Page<Service> page;

  public Page<Service> getPage() {
    if (page == null) {
      page = directory.findServices(text, region, table.request());
    }
    return page;
  }

  public List<Region> getRegions() {
    return directory.regions();
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
}
