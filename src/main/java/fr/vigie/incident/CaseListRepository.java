package fr.vigie.incident;

import fr.vigie.platform.Page;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of cases, sorted, filtered and cut by the database, over very many of them. */
@ApplicationScoped
public class CaseListRepository extends Repository {
  /** Columns a list may be sorted by, and their paths: each begins an index. */
  private static final Map<String, List<String>> SORTS =
      Map.of(
          "reference", List.of("i.reference"),
          "title", List.of("i.title", "i.id"),
          "state", List.of("i.state", "i.createdAt", "i.id"),
          "category", List.of("i.category", "i.createdAt", "i.id"),
          "region", List.of("i.regionCode", "i.createdAt", "i.id"),
          "created", List.of("i.createdAt", "i.id"),
          "firstSignal", List.of("i.times.firstSignal.at", "i.id"));

  /** Beyond this many cases of an organisation a list of ids narrows no more. */
  private static final int MOST_OWN = 5_000;

  @Inject IncidentRepository incidents;

  /**
   * A page of cases. First the ids, by an index alone, then these few rows; and no counting when
   * the page itself shows how many there are.
   */
  Page<Incident> find(IncidentRepository.Filter filter, Page.Request request) {
    IncidentRows rows = incidents.rows();
    Optional<List<Long>> own = own();
    String where = " where " + own.map(ids -> "i.id in :own and ").orElse("") + where(filter);
    String visible = where + rows.incident("i");
    List<Long> ids =
        bind(
                rows,
                own,
                filter,
                entities.createQuery(
                    "select i.id from Incident i" + visible + order(request), Long.class))
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    boolean last = ids.size() < request.size() && (request.first() == 0 || !ids.isEmpty());
    long total =
        last
            ? request.first() + ids.size()
            : bind(
                    rows,
                    own,
                    filter,
                    entities.createQuery("select count(i) from Incident i" + visible, Long.class))
                .getSingleResult();
    return new Page<>(inOrder(ids), total);
  }

  private static String order(Page.Request request) {
    boolean known = SORTS.containsKey(request.sort());
    String direction = request.ascending() && known ? "" : " desc";
    return SORTS.getOrDefault(request.sort(), SORTS.get("created")).stream()
        .collect(Collectors.joining(direction + ", ", " order by ", direction));
  }

  private List<Incident> inOrder(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, Incident> found =
        entities
            .createQuery(
                "select i from Incident i join fetch i.region left join fetch i.lead"
                    + " where i.id in :ids",
                Incident.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(Incident::getId, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /**
   * The cases of a scope of organisations alone, led or taken part in: the clause of {@link
   * IncidentRows} still decides, but its "or" over two tables would walk through all cases of all
   * regions. Empty when ids would not narrow: other scopes, or too many cases.
   */
  public Optional<List<Long>> own() {
    RowScope scope = scope();
    if (scope.everywhere() || !scope.regions().isEmpty() || scope.organisations().isEmpty()) {
      return Optional.empty();
    }
    Set<Long> own =
        new TreeSet<>(
            ids("select v.incident.id from Involvement v where v.organisation.id in :mine"));
    own.addAll(ids("select i.id from Incident i where i.lead.id in :mine"));
    if (own.isEmpty()) {
      own.add(0L); // no case has it
    }
    return own.size() > MOST_OWN ? Optional.empty() : Optional.of(List.copyOf(own));
  }

  private List<Long> ids(String query) {
    return entities
        .createQuery(query, Long.class)
        .setParameter("mine", scope().organisations())
        .setMaxResults(MOST_OWN + 1)
        .getResultList();
  }

  private static <T> TypedQuery<T> bind(
      IncidentRows rows,
      Optional<List<Long>> own,
      IncidentRepository.Filter filter,
      TypedQuery<T> query) {
    own.ifPresent(ids -> query.setParameter("own", ids));
    return rows.bind(bind(query, filter));
  }

  private static String where(IncidentRepository.Filter filter) {
    StringBuilder where = new StringBuilder();
    if (has(filter.text())) {
      where.append(
          isReference(filter.text())
              ? "i.reference like :prefix and "
              : "(i.reference like :prefix or lower(i.title) like :text) and ");
    }
    if (filter.state() != null) {
      where.append("i.state = :state and ");
    }
    if (filter.category() != null) {
      where.append("i.category = :category and ");
    }
    if (has(filter.region())) {
      where.append("i.region.code = :region and ");
    }
    if (filter.openOnly()) {
      where.append("i.state not in :finals and ");
    }
    return where.toString();
  }

  private static <T> TypedQuery<T> bind(TypedQuery<T> query, IncidentRepository.Filter filter) {
    if (has(filter.text())) {
      String text = IncidentRepository.like(filter.text());
      query.setParameter("prefix", text.toUpperCase(Locale.ROOT) + "%");
      if (!isReference(filter.text())) {
        query.setParameter("text", "%" + text.toLowerCase(Locale.ROOT) + "%");
      }
    }
    if (filter.state() != null) {
      query.setParameter("state", filter.state());
    }
    if (filter.category() != null) {
      query.setParameter("category", filter.category());
    }
    if (has(filter.region())) {
      query.setParameter("region", filter.region());
    }
    if (filter.openOnly()) {
      query.setParameter("finals", List.of(CaseState.CLOSED, CaseState.REJECTED));
    }
    return query;
  }

  /** The beginning of a reference as far as its year; titles are then not searched. */
  private static boolean isReference(String text) {
    return text.strip().matches("(?i)[a-z0-9]{2,3}-[0-9]{4}(-[0-9]*)?");
  }

  private static boolean has(String text) {
    return text != null && !text.isBlank();
  }
}
