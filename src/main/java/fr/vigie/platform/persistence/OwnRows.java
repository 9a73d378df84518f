package fr.vigie.platform.persistence;

import fr.vigie.platform.RowScope;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * The condition on rows that belong to a region or to an organisation and hang from no case:
 * directories, sources of logs. An empty scope is {@code 1 = 0}.
 */
public final class OwnRows {
  private final RowScope scope;

  public OwnRows(RowScope scope) {
    this.scope = scope;
  }

  /**
   * The condition.
   *
   * @param region path to the code of the row's region
   * @param organisation path to the id of the organisation whose row it is
   */
  public String where(String region, String organisation) {
    if (scope.everywhere()) {
      return "1 = 1";
    }
    List<String> ways = new ArrayList<>();
    if (!scope.regions().isEmpty()) {
      ways.add(region + " in :ownRegions");
    }
    if (!scope.organisations().isEmpty()) {
      ways.add(organisation + " in :ownOrganisations");
    }
    return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
  }

  /** Gives the condition its values; call once per query that has it. */
  public <T> TypedQuery<T> bind(TypedQuery<T> query) {
    if (!scope.everywhere() && !scope.regions().isEmpty()) {
      query.setParameter("ownRegions", scope.regions());
    }
    if (!scope.everywhere() && !scope.organisations().isEmpty()) {
      query.setParameter("ownOrganisations", scope.organisations());
    }
    return query;
  }
}
