package fr.vigie.investigation;

import fr.vigie.incident.IncidentRows;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Links between persons of different controllers' lists. Finding them reads hashes of other lists;
 * showing them gives a part its own side and never the other's. Only called for parts that the
 * caller has been shown to see.
 */
@ApplicationScoped
public class LinkRepository extends Repository {
  /** The list in force of each part: the newest frozen one. */
  private static final String IN_FORCE =
      " s.state = fr.vigie.investigation.ScopeVersion.State.FROZEN and not exists (select n.id from"
          + " ScopeVersion n where n.involvement = s.involvement and n.state ="
          + " fr.vigie.investigation.ScopeVersion.State.FROZEN and n.number > s.number)";

  /** Fewer persons than these could be recognised (pitfall 33). */
  private static final int FEW = 5;

  private static final String OF_SIDE =
      " from PersonLink l where (l.lowInvolvement = :part or l.highInvolvement = :part)";

  /** Compares a list in force with those of the same case and of other open cases. */
  int link(ScopeVersion frozen, Instant now) {
    entities.flush();
    List<Long> others =
        entities
            .createQuery(
                "select s.id from ScopeVersion s join s.involvement v join v.incident i where"
                    + IN_FORCE
                    + " and v <> :own and (i = :case or "
                    + IncidentRows.unended("i")
                    + ")",
                Long.class)
            .setParameter("own", frozen.getInvolvement())
            .setParameter("case", frozen.getInvolvement().getIncident())
            .getResultList();
    return others.isEmpty()
        ? 0
        : new LinkRows(entities.unwrap(Connection.class), frozen.getInvolvement().getId())
            .link(frozen.getId(), others, now);
  }

  /** Links of a part, the sure ones first. */
  Page<PersonLink> of(Involvement part, Page.Request request) {
    List<PersonLink> rows =
        side(part, "select l" + OF_SIDE + " order by l.sure desc, l.id", PersonLink.class)
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    return new Page<>(rows, side(part, "select count(l)" + OF_SIDE, Long.class).getSingleResult());
  }

  PersonLink get(Involvement part, Long id) {
    return side(part, "select l" + OF_SIDE + " and l.id = :id", PersonLink.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> notFound(PersonLink.class, id));
  }

  private <T> TypedQuery<T> side(Involvement part, String query, Class<T> type) {
    return entities.createQuery(query, type).setParameter("part", part.getId());
  }

  /** The side's own row of a link; empty when a newer list has it no more. */
  Optional<AffectedPerson> row(ScopeVersion frozen, PersonLink link) {
    return entities
        .createQuery(
            "select p from AffectedPerson p where p.scopeVersionId = :version and p.personKey ="
                + " :key and p.duplicate = false",
            AffectedPerson.class)
        .setParameter("version", frozen.getId())
        .setParameter("key", link.key(frozen.getInvolvement()))
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Whether the other side of a link is in the same case. */
  boolean isOfCase(Involvement part, PersonLink link) {
    return entities
            .createQuery(
                "select count(v) from Involvement v where v.id = :other and v.incident = :case",
                Long.class)
            .setParameter("other", link.other(part))
            .setParameter("case", part.getIncident())
            .getSingleResult()
        > 0;
  }

  /** Links of a part with others of its case, or with those of other cases. */
  List<PersonLink> among(Involvement part, boolean sameCase) {
    return entities
        .createQuery(
            "select l from PersonLink l, Involvement v where ((l.lowInvolvement = :part and"
                + " v.id = l.highInvolvement) or (l.highInvolvement = :part and v.id ="
                + " l.lowInvolvement)) and v.incident "
                + (sameCase ? "=" : "<>")
                + " :case",
            PersonLink.class)
        .setParameter("part", part.getId())
        .setParameter("case", part.getIncident())
        .getResultList();
  }

  /** How many persons the lists in force of these parts name together. */
  DistinctPersons distinct(Collection<Involvement> parts) {
    return parts.isEmpty()
        ? new DistinctPersons(0, 0, 0, 0)
        : distinct("v.id in :parts", parts.stream().map(Involvement::getId).toList());
  }

  /**
   * The same over all open cases, in full fives of each list, for those whose right holds
   * everywhere; else empty.
   */
  Optional<DistinctPersons> national() {
    return scope().everywhere()
        ? Optional.of(distinct(IncidentRows.unended("i"), null).inFull(FEW))
        : Optional.empty();
  }

  private DistinctPersons distinct(String which, List<Long> parts) {
    String persons = "s.figures.persons";
    String summed = parts == null ? persons + " - mod(" + persons + ", " + FEW + ")" : persons;
    Object[] sums =
        with(
                parts,
                "select count(s), sum("
                    + summed
                    + ") from ScopeVersion s join s.involvement v"
                    + " join v.incident i where"
                    + IN_FORCE
                    + " and "
                    + which,
                Object[].class)
            .getSingleResult();
    String among = "(select v.id from Involvement v join v.incident i where " + which + ")";
    List<DistinctPersons.Tie> ties =
        with(
                parts,
                "select l from PersonLink l where l.lowInvolvement in "
                    + among
                    + " and l.highInvolvement in "
                    + among,
                PersonLink.class)
            .getResultStream()
            .filter(link -> !link.isUndone())
            .map(PersonLink::tie)
            .toList();
    long records = sums[1] == null ? 0 : ((Number) sums[1]).longValue();
    return DistinctPersons.of(((Number) sums[0]).longValue(), records, new ArrayList<>(ties));
  }

  private <T> TypedQuery<T> with(List<Long> parts, String query, Class<T> type) {
    TypedQuery<T> made = entities.createQuery(query, type);
    return parts == null ? made : made.setParameter("parts", parts);
  }

  /** Nobody is linked to a list that was erased. */
  void forget(Long involvementId) {
    entities
        .createQuery(
            "delete from PersonLink l where l.lowInvolvement = :id or l.highInvolvement = :id")
        .setParameter("id", involvementId)
        .executeUpdate();
  }
}
