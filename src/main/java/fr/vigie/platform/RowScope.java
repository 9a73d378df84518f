package fr.vigie.platform;

import java.util.Set;
import java.util.TreeSet;

/**
 * On which rows a caller may act: the second axis of rights, beside {@link Permission}. Scopes only
 * add up; the empty scope sees nothing.
 *
 * @param everywhere all rows of every region (the system itself, never a person's nominative read)
 * @param regions INSEE region codes whose rows are visible
 * @param organisations ids of the organisations whose own part is visible
 */
public record RowScope(boolean everywhere, Set<String> regions, Set<Long> organisations) {

  public static final RowScope NONE = new RowScope(false, Set.of(), Set.of());
  public static final RowScope EVERYWHERE = new RowScope(true, Set.of(), Set.of());

  public RowScope {
    regions = Set.copyOf(regions);
    organisations = Set.copyOf(organisations);
  }

  public static RowScope region(String code) {
    return new RowScope(false, Set.of(code), Set.of());
  }

  public static RowScope organisation(Long id) {
    return new RowScope(false, Set.of(), Set.of(id));
  }

  public boolean isEmpty() {
    return !everywhere && regions.isEmpty() && organisations.isEmpty();
  }

  public RowScope plus(RowScope other) {
    Set<String> allRegions = new TreeSet<>(regions);
    allRegions.addAll(other.regions);
    Set<Long> allOrganisations = new TreeSet<>(organisations);
    allOrganisations.addAll(other.organisations);
    return new RowScope(everywhere || other.everywhere, allRegions, allOrganisations);
  }
}
