package fr.vigie.investigation;

import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of one list that are about the same person, surely or by a person's verdict, and those that
 * may be. Only called for a version that the caller has been shown to see.
 */
@ApplicationScoped
public class DoubleRepository extends Repository {
  /** Doubts of a version that nobody has decided about; one parameter, the version. */
  static final String OPEN_PAIR =
      " from person_doubt d join affected_person a on a.id = d.first_id join affected_person b on"
          + " b.id = d.second_id where d.scope_version_id = ? and a.person_key <> b.person_key and"
          + " not exists (select 1 from person_verdict v where v.scope_version_id ="
          + " d.scope_version_id and v.verdict = 'TWO'"
          + " and ((v.kept_key = a.person_key and v.other_key = b.person_key)"
          + " or (v.kept_key = b.person_key and v.other_key = a.person_key)))";

  private static final String PAIR = "select a.id, b.id, d.likeness" + OPEN_PAIR;

  /** Two rows, none of them null, and by what they are alike. */
  record Rows(AffectedPerson first, AffectedPerson second, Likeness likeness) {}

  void add(PersonVerdict verdict) {
    entities.persist(verdict);
    entities.flush();
  }

  void remove(PersonVerdict verdict) {
    entities.remove(verdict);
    entities.flush();
  }

  /** Pairs that nobody has decided about, in the order of the file. */
  Page<Rows> open(ScopeVersion version, Page.Request request) {
    List<?> found =
        entities
            .createNativeQuery(
                PAIR + " order by a.line_number, a.id, b.line_number, b.id limit ? offset ?")
            .setParameter(1, version.getId())
            .setParameter(2, request.size())
            .setParameter(3, request.first())
            .getResultList();
    Object total =
        entities
            .createNativeQuery("select count(*)" + OPEN_PAIR)
            .setParameter(1, version.getId())
            .getSingleResult();
    return new Page<>(
        found.stream().map(Object[].class::cast).map(this::rows).toList(),
        ((Number) total).longValue());
  }

  /** The pair of two rows, if it is open. */
  Optional<Rows> open(ScopeVersion version, Long first, Long second) {
    List<?> found =
        entities
            .createNativeQuery(PAIR + " and d.first_id in (?, ?) and d.second_id in (?, ?)")
            .setParameter(1, version.getId())
            .setParameter(2, first)
            .setParameter(3, second)
            .setParameter(4, first)
            .setParameter(5, second)
            .getResultList();
    return found.stream().map(Object[].class::cast).map(this::rows).findFirst();
  }

  private Rows rows(Object[] pair) {
    return new Rows(row(pair[0]), row(pair[1]), Likeness.valueOf((String) pair[2]));
  }

  private AffectedPerson row(Object id) {
    return entities.find(AffectedPerson.class, ((Number) id).longValue());
  }

  /** All of a version, oldest first. */
  List<PersonVerdict> verdicts(ScopeVersion version) {
    return entities
        .createQuery(
            "select v from PersonVerdict v where v.scopeVersionId = :version"
                + " order by v.decidedAt, v.id",
            PersonVerdict.class)
        .setParameter("version", version.getId())
        .getResultList();
  }

  PersonVerdict verdict(ScopeVersion version, Long id) {
    return verdicts(version).stream()
        .filter(one -> one.getId().equals(id))
        .findFirst()
        .orElseThrow(() -> notFound(PersonVerdict.class, id));
  }

  /**
   * A row that without any verdict is about the person of a key.
   *
   * @param tied keys that verdicts may have given the person since
   */
  Optional<AffectedPerson> ofKey(ScopeVersion version, String key, Set<String> tied) {
    var query =
        entities
            .createNativeQuery(
                "select * from affected_person where scope_version_id = ? and sure_key = ?"
                    + " and person_key in ("
                    + places(tied)
                    + ") order by line_number, id",
                AffectedPerson.class)
            .setParameter(1, version.getId())
            .setParameter(2, key);
    int place = 3;
    for (String one : tied) {
      query.setParameter(place++, one);
    }
    List<?> found = query.setMaxResults(1).getResultList();
    return found.stream().map(AffectedPerson.class::cast).findFirst();
  }

  /** Whether a frozen list of the controller has the person, who may have a message by that key. */
  boolean stoodFrozen(ScopeVersion version, String key) {
    Object found =
        entities
            .createNativeQuery(
                "select count(*) from affected_person p join scope_version v on v.id ="
                    + " p.scope_version_id where v.involvement_id = ? and v.state = 'FROZEN'"
                    + " and p.person_key = ?")
            .setParameter(1, version.getInvolvement().getId())
            .setParameter(2, key)
            .getSingleResult();
    return ((Number) found).longValue() > 0;
  }

  /** Who decided what and when stays; of whom does not. */
  void forgetKeys(Long involvementId) {
    update(
        "update person_verdict d join scope_version v on v.id = d.scope_version_id set"
            + " d.identity_hash = null, d.other_identity_hash = null, d.kept_key = null, d.other_key = null"
            + " where v.involvement_id = ?",
        involvementId);
  }

  private void update(String sql, Object... parameters) {
    var query = entities.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    query.executeUpdate();
  }
}
