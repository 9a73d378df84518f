package fr.vigie.containment;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums over the accounts of open cases, on the rows of the running act; never a name. */
@ApplicationScoped
public class RegionAccountRepository extends Repository {
  private static final String FROM =
      " from CompromisedAccount a join a.incident i where a.state <> :cleared and ";

  /** Seconds since the first signal; the session's zone is UTC. */
  private static final String SINCE_SIGNAL =
      "avg(case when %s then function('unix_timestamp', %s) - function('unix_timestamp',"
          + " coalesce(i.times.firstSignal.at, i.createdAt)) else null end)";

  private static final String PROVEN =
      "a.provenAt is not null and (a.state = :blocked or a.state = :restored)";

  private static final int MOST_ACCOUNTS = 1_000;

  @Inject IncidentRepository incidents;

  /** One statement, whatever the number of cases. */
  public List<RegionAccounts> byRegion() {
    IncidentRows rows = incidents.rows();
    List<Object[]> sums =
        rows.bind(
                entities
                    .createQuery(
                        "select i.regionCode, count(a),"
                            + sum(
                                "a.state = :blocked or (a.state = :restored and a.provenAt is not null)")
                            + ","
                            + sum("a.state = :claimed")
                            + ","
                            + sum("a.state = :reopened")
                            + ","
                            + SINCE_SIGNAL.formatted("a.claimedAt is not null", "a.claimedAt")
                            + ","
                            + SINCE_SIGNAL.formatted(PROVEN, "a.provenAt")
                            + FROM
                            + IncidentRows.unended("i")
                            + " and "
                            + rows.incident("i")
                            + " group by i.regionCode order by i.regionCode",
                        Object[].class)
                    .setParameter("cleared", AccountState.CLEARED)
                    .setParameter("blocked", AccountState.BLOCKED)
                    .setParameter("restored", AccountState.RESTORED)
                    .setParameter("claimed", AccountState.CLAIMED)
                    .setParameter("reopened", AccountState.REOPENED))
            .getResultList();
    List<RegionAccounts> regions = new ArrayList<>();
    for (Object[] row : sums) {
      regions.add(
          new RegionAccounts(
              (String) row[0],
              number(row[1]),
              number(row[2]),
              number(row[3]),
              number(row[4]),
              seconds(row[5]),
              seconds(row[6])));
    }
    return regions;
  }

  /** Open cases with an account seen open, the longest so first. */
  List<Incident> casesWithOneSeenOpen(int most) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select i from CompromisedAccount a join a.incident i"
                        + " where a.state = :reopened and "
                        + IncidentRows.unended("i")
                        + " and "
                        + rows.incident("i")
                        + " order by a.reopenedAt, a.id",
                    Incident.class)
                .setParameter("reopened", AccountState.REOPENED))
        .setMaxResults(MOST_ACCOUNTS)
        .getResultStream()
        .distinct()
        .limit(most)
        .toList();
  }

  private static String sum(String condition) {
    return " sum(case when " + condition + " then 1 else 0 end)";
  }

  private static long number(Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }

  private static Optional<Duration> seconds(Object value) {
    return value == null
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.max(0, ((Number) value).longValue())));
  }
}
