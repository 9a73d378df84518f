package fr.vigie.audit;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which lines about one subject are wanted: all of them, or those of some use cases, and of these
 * only what a reader may know. The database sifts, so that pages and totals are exact.
 *
 * @param useCases classes whose acts are wanted; empty: any
 * @param reach what the reader may know of it
 * @param kept what takes more than that
 */
public record SubjectLines(
    String subjectType, String subject, Set<String> useCases, Reach reach, Kept kept) {

  /**
   * What of a subject a reader may know.
   *
   * @param whole all of it, whatever follows
   * @param useCases classes whose acts are for every reader
   * @param facts a line that holds one of these pieces of JSON is for this reader
   */
  public record Reach(boolean whole, Set<String> useCases, Set<String> facts) {
    private String where(String alias, String name) {
      if (whole) {
        return "1 = 1";
      }
      List<String> ways = new ArrayList<>(likes(alias + ".act", name + "Open", useCases.size()));
      ways.addAll(likes(alias + ".facts", name + "Known", facts.size()));
      return any(ways);
    }

    private void bind(TypedQuery<?> query, String name) {
      if (!whole) {
        SubjectLines.bind(query, name + "Open", ofUseCases(useCases));
        SubjectLines.bind(
            query, name + "Known", facts.stream().map(piece -> "%" + piece + "%").toList());
      }
    }
  }

  /**
   * Acts that only some readers know of.
   *
   * @param useCases their classes
   * @param told those among them that everyone within {@link SubjectLines#reach} knows of
   * @param reach what of the others the reader may know
   */
  public record Kept(Set<String> useCases, Set<String> told, Reach reach) {}

  /** Condition on an alias of {@link AuditEntry}. */
  String where(String alias) {
    String act = alias + ".act";
    List<String> conditions = new ArrayList<>();
    conditions.add(alias + ".subjectType = :subjectType and " + alias + ".subject = :subject");
    if (!useCases.isEmpty()) {
      conditions.add(any(likes(act, "wanted", useCases.size())));
    }
    conditions.add(reach.where(alias, "reach"));
    conditions.add(
        "(not "
            + any(likes(act, "kept", kept.useCases().size()))
            + " or "
            + any(likes(act, "told", kept.told().size()))
            + " or "
            + kept.reach().where(alias, "kept")
            + ")");
    return String.join(" and ", conditions);
  }

  /** Gives the condition its values. */
  <T> TypedQuery<T> bind(TypedQuery<T> query) {
    query.setParameter("subjectType", subjectType).setParameter("subject", subject);
    bind(query, "wanted", ofUseCases(useCases));
    reach.bind(query, "reach");
    bind(query, "kept", ofUseCases(kept.useCases()));
    bind(query, "told", List.copyOf(kept.told()));
    kept.reach().bind(query, "kept");
    return query;
  }

  private static List<String> ofUseCases(Set<String> names) {
    return names.stream().map(name -> name + ".%").toList();
  }

  private static List<String> likes(String path, String name, int count) {
    List<String> ways = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ways.add(path + " like :" + name + i);
    }
    return ways;
  }

  private static String any(List<String> ways) {
    return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
  }

  private static void bind(TypedQuery<?> query, String name, List<String> patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      query.setParameter(name + i, patterns.get(i));
    }
  }
}
