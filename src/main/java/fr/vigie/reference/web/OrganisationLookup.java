package fr.vigie.reference.web;

import fr.vigie.platform.Page;
import fr.vigie.reference.Directory;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.OrganisationFilter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Suggestions while an organisation is being chosen: {@code #{organisationLookup.find}}. */
@Named
@RequestScoped
public class OrganisationLookup {
  private static final int MOST = 15;

  @Inject Directory directory;
  @Inject Clock clock;

  public List<Organisation> find(String text) {
    OrganisationFilter filter = new OrganisationFilter(text, "", null, LocalDate.now(clock));
    return directory.find(filter, Page.Request.firstRows(MOST)).rows();
  }
}
