package fr.vigie.identity;

import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Users and their tokens. */
@ApplicationScoped
public class UserRepository extends Repository {

  void add(User user) {
    entities.persist(user);
  }

  void add(ApiToken token) {
    entities.persist(token);
  }

  Optional<User> findByLogin(String login) {
    return entities
        .createQuery("select u from User u where u.login = :login", User.class)
        .setParameter("login", login)
        .getResultStream()
        .findFirst();
  }

  Optional<User> findUser(Long id) {
    return find(User.class, id);
  }

  Optional<ApiToken> findToken(String hash) {
    return entities
        .createQuery("select t from ApiToken t where t.tokenHash = :hash", ApiToken.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  List<ApiToken> tokensOf(long userId) {
    return entities
        .createQuery(
            "select t from ApiToken t where t.user.id = :user order by t.createdAt desc",
            ApiToken.class)
        .setParameter("user", userId)
        .getResultList();
  }

  /** Ends every token of a person. */
  void revokeTokens(User user, Instant now) {
    tokensOf(user.getId()).forEach(token -> token.revoke(now));
  }

  /** Active people who hold one of the roles, wherever. */
  List<User> holders(List<Role> roles) {
    return entities
        .createQuery(
            "select distinct g.user from UserGrant g where g.role in :roles and g.user.active = true",
            User.class)
        .setParameter("roles", roles)
        .getResultList();
  }

  boolean isEmpty() {
    return entities.createQuery("select count(u) from User u", Long.class).getSingleResult() == 0;
  }

  Page<User> find(String text, Page.Request request) {
    String pattern = "%" + text.strip().toLowerCase(java.util.Locale.ROOT) + "%";
    String where = " where lower(u.login) like :text or lower(u.displayName) like :text";
    List<User> rows =
        entities
            .createQuery("select u from User u" + where + " order by u.login", User.class)
            .setParameter("text", pattern)
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    long total =
        entities
            .createQuery("select count(u) from User u" + where, Long.class)
            .setParameter("text", pattern)
            .getSingleResult();
    return new Page<>(rows, total);
  }

  /** Display names of users, whether still active or not. */
  public Map<Long, String> names(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("select u.id, u.displayName from User u where u.id in :ids", Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
  }

  /** Active people who hold one of the roles on a region or an organisation, for reminders. */
  public List<User> holders(List<Role> roles, String regionCode, List<Long> organisationIds) {
    List<Long> organisations =
        organisationIds.isEmpty() ? List.of(-1L) : List.copyOf(organisationIds);
    return entities
        .createQuery(
            "select distinct g.user from UserGrant g where g.role in :roles and g.user.active = true"
                + " and (g.regionCode = :region or g.organisationId in :organisations)",
            User.class)
        .setParameter("roles", roles)
        .setParameter("region", regionCode)
        .setParameter("organisations", organisations)
        .getResultList();
  }
}
