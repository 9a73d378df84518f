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
 */
public record SubjectLines(String subjectType, String subject, Set<String> useCases, Reach reach) {

  /**
   * What of a subject a reader may know.
   *
   * @param whole all of it, whatever follows
   * @param useCases classes whose acts are for every reader
   * @param facts a line that holds one of these pieces of JSON is for this reader
   */
  public record Reach(boolean whole, Set<String> useCases, Set<String> facts) {}

  /** Condition on an alias of {@link AuditEntry}. */
  String where(String alias) {
    List<String> conditions = new ArrayList<>();
    conditions.add(alias + ".subjectType = :subjectType and " + alias + ".subject = :subject");
    if (!useCases.isEmpty()) {
      conditions.add("(" + likes(alias + ".act", "wanted", useCases.size()) + ")");
    }
    if (!reach.whole()) {
      List<String> ways = new ArrayList<>();
      ways.add("1 = 0");
      ways.add(likes(alias + ".act", "open", reach.useCases().size()));
      ways.add(likes(alias + ".facts", "known", reach.facts().size()));
      ways.removeIf(String::isEmpty);
      conditions.add("(" + String.join(" or ", ways) + ")");
    }
    return String.join(" and ", conditions);
  }

  /** Gives the condition its values. */
  <T> TypedQuery<T> bind(TypedQuery<T> query) {
    query.setParameter("subjectType", subjectType).setParameter("subject", subject);
    bind(query, "wanted", useCases.stream().map(name -> name + ".%").toList());
    if (!reach.whole()) {
      bind(query, "open", reach.useCases().stream().map(name -> name + ".%").toList());
      bind(query, "known", reach.facts().stream().map(piece -> "%" + piece + "%").toList());
    }
    return query;
  }

  private static String likes(String path, String name, int count) {
    List<String> ways = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ways.add(path + " like :" + name + i);
    }
    return String.join(" or ", ways);
  }

  private static void bind(TypedQuery<?> query, String name, List<String> patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      query.setParameter(name + i, patterns.get(i));
    }
  }
}
