package fr.vigie.dashboard.web;

import fr.vigie.dashboard.NationalTable;
import fr.vigie.dashboard.RegionFigures;
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

  private List<RegionFigures> regions;

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

  public long getOpen() {
    return getRegions().stream().mapToLong(RegionFigures::open).sum();
  }

  public long getControllers() {
    return getRegions().stream().mapToLong(RegionFigures::controllers).sum();
  }
}
