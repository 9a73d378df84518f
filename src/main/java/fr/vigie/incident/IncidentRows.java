package fr.vigie.incident;

import fr.vigie.platform.RowScope;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * The one place that says which cases, and which controllers' parts, a caller may see; every query
 * on a case or on what hangs from it adds these clauses. Only the parts that the scope needs are
 * written, so that the database can use the region's index. An empty scope is {@code 1 = 0}.
 */
public final class IncidentRows {
  private final RowScope scope;
  private final long callerId;

  private final boolean acting;

  /** For reading. */
  public IncidentRows(RowScope scope, long callerId) {
    this(scope, callerId, false);
  }

  /**
   * @param acting who leads a case reads every controller's part of it, but decides, signs and
   *     sends only for the own one (GDPR art. 33: the duty is each controller's)
   */
  public IncidentRows(RowScope scope, long callerId, boolean acting) {
    this.scope = scope;
    this.callerId = callerId;
    this.acting = acting;
  }

  /** Condition on an alias of {@link Incident}. */
  public String incident(String alias) {
    if (scope.everywhere()) {
      return "1 = 1";
    }
    List<String> ways = new ArrayList<>();
    if (!scope.regions().isEmpty()) {
      ways.add(alias + ".region.code in :scopeRegions");
    }
    if (!scope.organisations().isEmpty()) {
      ways.add(alias + ".lead.id in :scopeOrganisations");
      ways.add(
          "exists (select sv.id from Involvement sv where sv.incident = "
              + alias
              + " and sv.organisation.id in :scopeOrganisations)");
    }
    return ways.isEmpty()
        ? "1 = 0"
        : "(" + String.join(" or ", ways) + ") and " + notRestricted(alias);
  }

  /** Condition on an alias of {@link Involvement}: of other controllers, nothing. */
  public String involvement(String alias) {
    if (scope.everywhere()) {
      return "1 = 1";
    }
    List<String> ways = new ArrayList<>();
    if (!scope.regions().isEmpty()) {
      ways.add(alias + ".incident.region.code in :scopeRegions");
    }
    if (!scope.organisations().isEmpty()) {
      ways.add(alias + ".organisation.id in :scopeOrganisations");
      if (!acting) {
        ways.add(alias + ".incident.lead.id in :scopeOrganisations");
      }
    }
    return ways.isEmpty()
        ? "1 = 0"
        : "(" + String.join(" or ", ways) + ") and " + notRestricted(alias + ".incident");
  }

  /**
   * Whether the caller sees the whole of a case that they may see, and not only the part of their
   * own organisation.
   */
  public boolean seesWhole(Incident incident) {
    return scope.everywhere()
        || scope.regions().contains(incident.getRegion().getCode())
        || (incident.getLead() != null
            && scope.organisations().contains(incident.getLead().getId()));
  }

  /** Whether what concerns one organisation in a case is the caller's to see. */
  public boolean sees(Incident incident, Organisation organisation) {
    return seesWhole(incident)
        || (organisation != null && scope.organisations().contains(organisation.getId()));
  }

  /**
   * Condition on what hangs from a case and may belong to one organisation's part of it ({@code
   * incident}, {@code organisation}): all of it for the region and for who leads the case; for the
   * other organisations their own part, and what the caller wrote.
   *
   * @param entity what the alias stands for
   * @param author the attribute that holds the id of who wrote it
   */
  public String part(Class<?> entity, String alias, String author) {
    return part(entity, alias, author, "1 = 0");
  }

  /**
   * The same, where some of it is for whoever sees the case (docs/adr/008).
   *
   * @param open condition under which it is
   */
  public String part(Class<?> entity, String alias, String author, String open) {
    if (scope.everywhere()) {
      return "1 = 1";
    }
    if (scope.isEmpty()) {
      return "1 = 0";
    }
    List<String> ways = new ArrayList<>();
    if (!scope.regions().isEmpty()) {
      ways.add(alias + ".incident.region.code in :scopeRegions");
    }
    if (!scope.organisations().isEmpty()) {
      ways.add(
          alias
              + ".incident.id in (select sl.id from Incident sl"
              + " where sl.lead.id in :scopeOrganisations)");
      // by subselects: a path through what may be null would leave out the rows where it is
      ways.add(
          alias
              + ".id in (select so.id from "
              + entity.getSimpleName()
              + " so where so.organisation.id in :scopeOrganisations)");
      ways.add(
          "("
              + alias
              + "."
              + author
              + " = :scopeCaller or "
              + open
              + ") and "
              + alias
              + ".incident.id in (select si.id from Incident si where "
              + incident("si")
              + ")");
    }
    return "(" + String.join(" or ", ways) + ") and " + notRestricted(alias + ".incident");
  }

  /** Condition on an alias of {@link Incident}: something is still expected of it. */
  public static String unended(String alias) {
    return alias
        + ".state not in (fr.vigie.incident.CaseState.CLOSED,"
        + " fr.vigie.incident.CaseState.REJECTED)";
  }

  private static String notRestricted(String incident) {
    return "("
        + incident
        + ".restricted = false or exists (select cp.id from CasePerson cp where cp.incident = "
        + incident
        + " and cp.userId = :scopeCaller))";
  }

  /** Gives the clauses their values; call once per query that uses them. */
  public <Q extends Query> Q bind(Q query) {
    if (scope.everywhere() || scope.isEmpty()) {
      return query;
    }
    if (!scope.regions().isEmpty()) {
      query.setParameter("scopeRegions", scope.regions());
    }
    if (!scope.organisations().isEmpty()) {
      query.setParameter("scopeOrganisations", scope.organisations());
    }
    query.setParameter("scopeCaller", callerId);
    return query;
  }
}
