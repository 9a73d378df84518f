package fr.vigie.containment;

import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** The machine's own view of accounts and steps, in every region; people's is another. */
@ApplicationScoped
public class BlockingRepository extends Repository {
  private static final String DUE =
      " from compromised_account where next_look_at <= ?"
          + " and (lease_until is null or lease_until < ?) and connection_id is not null";

  boolean hasWork(Instant now) {
    return !bound(entities.createNativeQuery("select id" + DUE + " limit 1"), now)
        .getResultList()
        .isEmpty();
  }

  /** Rows that another node is taking are left to it. */
  List<CompromisedAccount> claim(Instant now, int most) {
    List<?> ids =
        bound(
                entities.createNativeQuery(
                    "select id" + DUE + " order by next_look_at limit ? for update skip locked"),
                now)
            .setParameter(3, most)
            .getResultList();
    return ids.stream().map(id -> account(((Number) id).longValue())).toList();
  }

  private static Query bound(Query query, Instant now) {
    return query.setParameter(1, Timestamp.from(now)).setParameter(2, Timestamp.from(now));
  }

  CompromisedAccount account(Long id) {
    return find(CompromisedAccount.class, id)
        .orElseThrow(() -> notFound(CompromisedAccount.class, id));
  }

  void add(Persistent entity) {
    entities.persist(entity);
  }
}
