package fr.vigie.dashboard;

import fr.vigie.incident.CaseState;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums by region: one statement a figure, whatever the number of cases. */
@ApplicationScoped
public class NationalRepository extends Repository {
  /** Ended cases are most of all: what is summed over open ones begins with those. */
  private static final String IN_OPEN_CASES =
      Arrays.stream(CaseState.values())
          .filter(state -> !state.isFinal())
          .map(state -> CaseState.class.getName() + "." + state.name())
          .collect(Collectors.joining(", ", " where i.state in (", ")"));

  /** Cases of a region. */
  record Cases(long open, long closed) {
    Cases plus(Cases other) {
      return new Cases(open + other.open, closed + other.closed);
    }
  }

  /** Controllers of a region and what they say of persons, as far as it is told. */
  record Persons(long controllers, Long told, long few, long withoutNumber) {
    Persons plus(Persons other) {
      Long sum =
          told == null ? other.told : other.told == null ? told : Long.valueOf(told + other.told);
      return new Persons(
          controllers + other.controllers,
          sum,
          few + other.few,
          withoutNumber + other.withoutNumber);
    }
  }

  Map<String, Cases> cases() {
    Map<String, Cases> sums = new HashMap<>();
    for (Object[] row :
        everywhere(
            "select i.regionCode, i.state, count(i) from Incident i group by i.regionCode, i.state")) {
      boolean isFinal = ((CaseState) row[1]).isFinal();
      long count = number(row[2]);
      sums.merge((String) row[0], isFinal ? new Cases(0, count) : new Cases(count, 0), Cases::plus);
    }
    return sums;
  }

  Map<String, Persons> persons() {
    Map<String, Persons> sums = new HashMap<>();
    for (Object[] row :
        everywhere(
            "select i.regionCode, i.state, v.role, v.breach, count(v), count(v.persons.likely),"
                + " sum("
                + SmallCell.told("v.persons.likely")
                + "), sum(case when v.persons.likely between 1 and "
                + (SmallCell.LEAST - 1)
                + " then 1 else 0 end) from Involvement v join v.incident i"
                + IN_OPEN_CASES
                + " group by i.regionCode, i.state, v.role, v.breach")) {
      boolean counts =
          !((CaseState) row[1]).isFinal()
              && row[2] != Involvement.Role.PROCESSOR
              && row[3] != Involvement.Breach.NO;
      if (counts) {
        long controllers = number(row[4]);
        Long told = row[6] == null ? null : number(row[6]);
        sums.merge(
            (String) row[0],
            new Persons(controllers, told, number(row[7]), controllers - number(row[5])),
            Persons::plus);
      }
    }
    return sums;
  }

  /** The national sums are for those whose permission holds everywhere; others get nothing. */
  private List<Object[]> everywhere(String query) {
    return scope().everywhere()
        ? entities.createQuery(query, Object[].class).getResultList()
        : List.of();
  }

  private static long number(Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }
}
