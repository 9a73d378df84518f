package fr.vigie.incident.web;

import fr.vigie.incident.CaseFile;
import fr.vigie.incident.CaseState;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentCategory;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Tlp;
import fr.vigie.platform.Page;
import fr.vigie.reference.Region;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.omnifaces.cdi.Param;

/** /incident/list.xhtml: filters, order and page stand in the address, so that Back works. */
@Named
@RequestScoped
public class IncidentListPage {
  private static final int SIZE = 25;
  private static final String DEFAULT_SORT = "-created";

  @Inject CaseFile files;
  @Inject @Param String q;
  @Inject @Param String state;
  @Inject @Param String category;
  @Inject @Param String region;
  @Inject @Param String open;
  @Inject @Param String sort;
  @Inject @Param String first;

  private Page<Incident> page;

  public Page<Incident> getPage() {
    if (page == null) {
      IncidentRepository.Filter filter =
          new IncidentRepository.Filter(
              q,
              constant(CaseState.class, state),
              constant(IncidentCategory.class, category),
              region,
              isOpenOnly());
      boolean descending = getSort().startsWith("-");
      page =
          files.find(
              filter,
              new Page.Request(
                  getFirst(), SIZE, descending ? getSort().substring(1) : getSort(), !descending));
    }
    return page;
  }

  /** An unknown word in the address filters nothing. */
  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** The order that a click on a column asks for. */
  /** The strictest of the cases shown; null when there is none. */
  public Tlp getMarking() {
    return getPage().rows().stream()
        .map(Incident::getTlp)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  public String sortBy(String column) {
    return column.equals(getSort()) ? "-" + column : column;
  }

  /** {@code ascending}, {@code descending} or {@code none}, as {@code aria-sort} says it. */
  public String order(String column) {
    if (column.equals(getSort())) {
      return "ascending";
    }
    return getSort().equals("-" + column) ? "descending" : "none";
  }

  public boolean isFiltered() {
    return q != null || state != null || category != null || region != null || isOpenOnly();
  }

  public List<Region> getRegions() {
    return files.regions();
  }

  public int getSize() {
    return SIZE;
  }

  public int getFirst() {
    return first != null && first.matches("[0-9]{1,7}") ? Integer.parseInt(first) : 0;
  }

  public String getSort() {
    return sort == null || sort.isBlank() ? DEFAULT_SORT : sort;
  }

  public boolean isOpenOnly() {
    return "1".equals(open);
  }

  public String getQ() {
    return q;
  }

  public String getState() {
    return state;
  }

  public String getCategory() {
    return category;
  }

  public String getRegion() {
    return region;
  }
}
