package fr.vigie.containment;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Accounts of a case; a case that the caller may not see has none. */
@ApplicationScoped
public class ContainmentRepository extends Repository {
  @Inject IncidentRepository incidents;

  /** In the order in which they were listed, whoever asks. */
  public List<CompromisedAccount> accounts(Incident incident) {
    return entities
        .createQuery(
            "select a from CompromisedAccount a left join fetch a.organisation"
                + " where a.incident = :incident order by a.listedAt, a.id",
            CompromisedAccount.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  /**
   * How many accounts of a case there are and how many need nothing more; a case may have hundreds,
   * and each that moves asks for it.
   */
  long[] doneOf(Incident incident) {
    long done = 0;
    long all = 0;
    for (Object[] row :
        entities
            .createQuery(
                "select a.state, case when a.provenAt is null then 0 else 1 end, count(a)"
                    + " from CompromisedAccount a where a.incident = :incident group by a.state,"
                    + " case when a.provenAt is null then 0 else 1 end",
                Object[].class)
            .setParameter("incident", incident)
            .getResultList()) {
      long count = ((Number) row[2]).longValue();
      boolean wasProven = ((Number) row[1]).intValue() > 0;
      all += count;
      done += ((AccountState) row[0]).isDone(wasProven) ? count : 0;
    }
    return new long[] {done, all};
  }

  /** Proven, yet something of the block is still to be done (pitfall 24). */
  long doneWithOpenSteps(Incident incident) {
    return entities
        .createQuery(
            "select count(a) from CompromisedAccount a where a.incident = :incident"
                + " and a.state in :done and a.provenAt is not null and exists (select s.id from"
                + " BlockingStep s where s.account = a and s.state in :open)",
            Long.class)
        .setParameter("incident", incident)
        .setParameter("done", EnumSet.of(AccountState.BLOCKED, AccountState.RESTORED))
        .setParameter("open", EnumSet.of(BlockingStep.State.ASKED, BlockingStep.State.RUNNING))
        .getSingleResult();
  }

  CompromisedAccount account(Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select a from CompromisedAccount a where a.id = :id and "
                        + rows.incident("a.incident"),
                    CompromisedAccount.class)
                .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("CompromisedAccount", id));
  }

  /** The same, when it is not only in a case that the caller sees, but in their part of it. */
  CompromisedAccount own(Long id) {
    CompromisedAccount account = account(id);
    if (!incidents.rows().sees(account.getIncident(), account.getOrganisation())) {
      throw new NotFoundException("CompromisedAccount", id);
    }
    return account;
  }

  boolean isListed(Incident incident, String login, String system) {
    return find(incident, login, system).isPresent();
  }

  Optional<CompromisedAccount> find(Incident incident, String login, String system) {
    return entities
        .createQuery(
            "select a from CompromisedAccount a where a.incident = :incident"
                + " and a.login = :login and a.system = :system",
            CompromisedAccount.class)
        .setParameter("incident", incident)
        .setParameter("login", login)
        .setParameter("system", system)
        .getResultStream()
        .findFirst();
  }

  /** The same account, whatever its login became: another one may bear that login too. */
  Optional<CompromisedAccount> findIn(Incident incident, DirectoryConnection there, String uid) {
    return entities
        .createQuery(
            "select a from CompromisedAccount a where a.incident = :incident"
                + " and a.place.connection = :there and a.place.uid = :uid",
            CompromisedAccount.class)
        .setParameter("incident", incident)
        .setParameter("there", there)
        .setParameter("uid", uid)
        .getResultStream()
        .findFirst();
  }

  /** One that was declared by hand, before a directory showed it; in the caller's part. */
  Optional<CompromisedAccount> findNowhere(Incident incident, String login, String system) {
    IncidentRows rows = incidents.rows();
    return entities
        .createQuery(
            "select a from CompromisedAccount a where a.incident = :incident"
                + " and a.login = :login and a.system = :system and a.place.connection is null",
            CompromisedAccount.class)
        .setParameter("incident", incident)
        .setParameter("login", login)
        .setParameter("system", system)
        .getResultStream()
        .filter(account -> rows.sees(incident, account.getOrganisation()))
        .filter(account -> account.getLogin().equalsIgnoreCase(login)) // accents count
        .findFirst();
  }

  List<AccountStep> steps(Incident incident) {
    return entities
        .createQuery(
            "select s from AccountStep s where s.account.incident = :incident"
                + " order by s.doneAt desc, s.id desc",
            AccountStep.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  /** What was said of the accounts before, newest first. */
  List<FormerDescription> former(Incident incident) {
    return entities
        .createQuery(
            "select f from FormerDescription f left join fetch f.organisation"
                + " where f.account.incident = :incident order by f.replacedAt desc, f.id desc",
            FormerDescription.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  Optional<NoAccount> noAccount(Incident incident) {
    return entities
        .createQuery(
            "select n from NoAccount n where n.incident = :incident order by n.statedAt desc",
            NoAccount.class)
        .setParameter("incident", incident)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  void add(Persistent entity) {
    entities.persist(entity);
  }

  void remove(Persistent entity) {
    entities.remove(entity);
  }
}
