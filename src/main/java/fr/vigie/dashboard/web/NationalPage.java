package fr.vigie.dashboard.web;

import fr.vigie.dashboard.NationalTable;
import fr.vigie.dashboard.RegionFigures;
import fr.vigie.investigation.DistinctPersons;
import fr.vigie.investigation.SharedPersons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;

/** /dashboard/national.xhtml. */
@Named
@RequestScoped
public class NationalPage {
  @Inject NationalTable table;
  @Inject SharedPersons shared;

  private List<RegionFigures> regions;
  private DistinctPersons persons;

  /** Regions with most open cases first. */
  public List<RegionFigures> getRegions() {
    if (regions == null) {
      regions =
          table.byRegion().stream()
              .sorted(Comparator.comparingLong(RegionFigures::open).reversed())
              .toList();
    }
    return regions;
  }

  /** Records and persons of all lists in force of open cases, in full fives. */
  public DistinctPersons getPersons() {
    if (persons == null) {
      persons = shared.national();
    }
    return persons;
  }

  public long getOpen() {
    return getRegions().stream().mapToLong(RegionFigures::open).sum();
  }

  public long getControllers() {
    return getRegions().stream().mapToLong(RegionFigures::controllers).sum();
  }
}
