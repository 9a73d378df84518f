package fr.vigie.investigation;

import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Marks in a list which rows are about the same person and which may be. Rows about the same person
 * carry the same key; the strongest exposure stays, the others become duplicates, and what is said
 * of the person in any of them holds. Rows that may be about one person are candidates until
 * somebody has decided about each pair.
 */
@ApplicationScoped
public class MarkRepository extends Repository {

  /**
   * The rows that one verdict can mark otherwise.
   *
   * @param persons ids of rows about those whom verdicts tie to the pair
   * @param namesakes the same, and all that may be about one of them
   */
  record Around(List<Long> persons, List<Long> namesakes) {}

  /** A condition on ids; without any, all rows of the version. */
  private record Only(List<Long> ids) {
    static final Only ALL = new Only(List.of());

    String of(String alias) {
      return ids.isEmpty() ? "" : " and " + alias + ".id in (" + places(ids) + ")";
    }
  }

  /** Compares all rows of a version and marks it afresh. */
  void mark(ScopeVersion version, List<PersonVerdict> verdicts) {
    entities.flush();
    Long id = version.getId();
    MatchRows rows = new MatchRows(entities.unwrap(Connection.class), id);
    rows.match();
    begin(id, verdicts, Only.ALL);
    rows.shared(some -> merge(id, new Only(some)));
    merge(id, new Only(united(id, verdicts)));
    candidates(id, Only.ALL);
  }

  /**
   * Marks afresh what one verdict can change, and reads no more.
   *
   * @param verdicts those that hold now and tie these rows to each other
   */
  void mark(ScopeVersion version, List<PersonVerdict> verdicts, Around around) {
    update(
        "update affected_person p set p.candidate = false where p.scope_version_id = ?"
            + new Only(around.namesakes()).of("p"),
        version.getId(),
        around.namesakes());
    Only persons = new Only(around.persons());
    begin(version.getId(), verdicts, persons);
    merge(version.getId(), persons);
    candidates(version.getId(), new Only(around.namesakes()));
  }

  /** Around persons of these keys, as the rows are marked now. */
  Around around(ScopeVersion version, Set<String> keys) {
    List<Long> persons = ofPersons(version.getId(), keys);
    Set<Long> namesakes = new TreeSet<>(persons);
    if (!persons.isEmpty()) {
      namesakes.addAll(partners("second_id", "first_id", persons));
      namesakes.addAll(partners("first_id", "second_id", persons));
    }
    return new Around(persons, List.copyOf(namesakes));
  }

  private List<Long> ofPersons(Long id, Set<String> keys) {
    return numbers(
        query(
                "select p.id from affected_person p where p.scope_version_id = ?"
                    + " and p.person_key in ("
                    + places(keys)
                    + ")",
                id,
                keys)
            .getResultList());
  }

  private List<Long> partners(String wanted, String given, List<Long> persons) {
    return numbers(
        query(
                "select d."
                    + wanted
                    + " from person_doubt d where d."
                    + given
                    + " in ("
                    + places(persons)
                    + ")",
                persons)
            .getResultList());
  }

  /** Each row as its own line says, and those united whom verdicts call the same. */
  private void begin(Long id, List<PersonVerdict> verdicts, Only persons) {
    update(
        "update affected_person p set p.duplicate = false, p.candidate = false, p.person_key ="
            + " p.sure_key, p.minor = (p.own_situations & 1) > 0, p.protected_adult ="
            + " (p.own_situations & 2) > 0, p.deceased = (p.own_situations & 4) > 0, p.in_secrecy ="
            + " (p.own_situations & 8) > 0 where p.scope_version_id = ?"
            + persons.of("p"),
        id,
        persons.ids());
    verdicts.stream().filter(PersonVerdict::isSame).forEach(same -> unite(id, same));
  }

  /** Rows of persons whom verdicts made one of two. */
  private List<Long> united(Long id, List<PersonVerdict> verdicts) {
    Set<String> keys = new TreeSet<>();
    verdicts.stream().filter(PersonVerdict::isSame).map(PersonVerdict::keptKey).forEach(keys::add);
    return keys.isEmpty() ? List.of() : ofPersons(id, keys);
  }

  /** Marks whole persons: of several rows of one, all but the strongest are duplicates. */
  private void merge(Long id, Only rows) {
    if (rows.ids().isEmpty()) {
      return;
    }
    update(
        "update affected_person p join (select o.person_key, cast(substring(min(concat(case"
            + " o.exposure when 'EXFILTRATED' then 1 when 'VIEWED' then 2 when 'LISTED' then 3"
            + " when 'EXPOSED' then 4 when 'LEGITIMATE' then 5 else 6 end, lpad(o.id, 20, '0'))),"
            + " 2) as unsigned) as kept, max(o.minor) as m, max(o.protected_adult) as pa,"
            + " max(o.deceased) as d, max(o.in_secrecy) as s from affected_person o where"
            + " o.scope_version_id = ?"
            + rows.of("o")
            + " group by o.person_key having count(*) > 1) g"
            + " on g.person_key = p.person_key set p.duplicate = (p.id <> g.kept), p.minor = g.m,"
            + " p.protected_adult = g.pa, p.deceased = g.d, p.in_secrecy = g.s"
            + " where p.scope_version_id = ?"
            + rows.of("p"),
        id,
        rows.ids(),
        id,
        rows.ids());
  }

  /** Whose person waits for a verdict with another one; who has been decided about does no more. */
  private void candidates(Long id, Only namesakes) {
    String doubted =
        "select d.first_id as id"
            + DoubleRepository.OPEN_PAIR
            + namesakes.of("a")
            + " union select d.second_id"
            + DoubleRepository.OPEN_PAIR
            + namesakes.of("b");
    update(
        "update affected_person p join ("
            + doubted
            + ") o on o.id = p.id set p.candidate = true where p.scope_version_id = ?"
            + namesakes.of("p"),
        id,
        namesakes.ids(),
        id,
        namesakes.ids(),
        id,
        namesakes.ids());
  }

  /** Not when a newer list gives one of them other names: then they are not that pair any more. */
  private void unite(Long version, PersonVerdict same) {
    if (named(version, same.otherKey(), same.otherIdentityHash()) == 0) {
      return;
    }
    if (named(version, same.keptKey(), same.identityHash()) > 0
        || count(
                "select count(*) from affected_person p where p.scope_version_id = ?"
                    + " and p.person_key = ?",
                version,
                same.keptKey())
            == 0) {
      update(
          "update affected_person set person_key = ? where scope_version_id = ? and person_key = ?",
          same.keptKey(),
          version,
          same.otherKey());
    }
  }

  private long named(Long version, String key, String identity) {
    return count(
        "select count(*) from affected_person p where p.scope_version_id = ? and p.person_key = ?"
            + " and (? is null or p.identity_hash = ?)",
        version,
        key,
        identity,
        identity);
  }

  private static List<Long> numbers(List<?> ids) {
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  private long count(String sql, Object... parameters) {
    return ((Number) query(sql, parameters).getSingleResult()).longValue();
  }

  private void update(String sql, Object... parameters) {
    query(sql, parameters).executeUpdate();
  }

  /** A collection among the parameters gives each of its values. */
  private Query query(String sql, Object... parameters) {
    Query query = entities.createNativeQuery(sql);
    int place = 1;
    for (Object parameter : parameters) {
      for (Object value : parameter instanceof Collection<?> all ? all : one(parameter)) {
        query.setParameter(place++, value);
      }
    }
    return query;
  }

  private static List<Object> one(Object value) {
    return Collections.singletonList(value);
  }
}
