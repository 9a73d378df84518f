package fr.vigie.dashboard;

import fr.vigie.incident.CaseState;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums by region: one statement a figure, whatever the number of cases. */
@ApplicationScoped
public class NationalRepository extends Repository {
  private static final List<CaseState> FINALS = List.of(CaseState.CLOSED, CaseState.REJECTED);

  /** Cases of a region. */
  record Cases(long open, long closed) {}

  /** Controllers of a region and what they say of persons. */
  record Persons(long controllers, Long likely, long withoutNumber) {}

  /** Accounts of a region. */
  record Accounts(long listed, long proven) {}

  Map<String, Cases> cases() {
    Map<String, Cases> sums = new HashMap<>();
    for (Object[] row :
        list(
            "select i.region.code, sum(case when i.state in :finals then 0 else 1 end), count(i)"
                + " from Incident i group by i.region.code")) {
      long open = number(row[1]);
      sums.put((String) row[0], new Cases(open, number(row[2]) - open));
    }
    return sums;
  }

  Map<String, Persons> persons() {
    Map<String, Persons> sums = new HashMap<>();
    List<Object[]> rows =
        everywhere()
            ? entities
                .createQuery(
                    "select i.region.code, count(v), sum(v.persons.likely),"
                        + " sum(case when v.persons.likely is null then 1 else 0 end)"
                        + " from Involvement v join v.incident i where i.state not in :finals"
                        + " and v.role <> :processor and v.breach <> :none group by i.region.code",
                    Object[].class)
                .setParameter("finals", FINALS)
                .setParameter("processor", Involvement.Role.PROCESSOR)
                .setParameter("none", Involvement.Breach.NO)
                .getResultList()
            : List.of();
    for (Object[] row : rows) {
      Long likely = row[2] == null ? null : number(row[2]);
      sums.put((String) row[0], new Persons(number(row[1]), likely, number(row[3])));
    }
    return sums;
  }

  Map<String, Accounts> accounts() {
    Map<String, Accounts> sums = new HashMap<>();
    for (Object[] row :
        list(
            "select i.region.code, count(a),"
                + " sum(case when a.proven = true or a.state = fr.vigie.containment.AccountState.CLEARED"
                + " then 1 else 0 end)"
                + " from CompromisedAccount a join a.incident i where i.state not in :finals"
                + " group by i.region.code")) {
      sums.put((String) row[0], new Accounts(number(row[1]), number(row[2])));
    }
    return sums;
  }

  private List<Object[]> list(String query) {
    return everywhere()
        ? entities.createQuery(query, Object[].class).setParameter("finals", FINALS).getResultList()
        : List.of();
  }

  /** The national sums are for those whose permission holds everywhere; others get nothing. */
  private boolean everywhere() {
    return scope().everywhere();
  }

  private static long number(Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }
}
