package fr.vigie.containment;

import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.platform.persistence.KeyRing;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.ReferenceRepository;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finding the accounts of one person in every directory of the region, and those that were touched
 * with a compromised one. Finding lists nothing: a person decides.
 */
@UseCase
public class AccountSearch {
  @Inject ContainmentRepository accounts;
  @Inject DirectoryRepository directories;
  @Inject DirectoryAdapters adapters;
  @Inject IncidentRepository incidents;
  @Inject ReferenceRepository reference;
  @Inject CaseProgress progress;
  @Inject KeyRing ring;
  @Inject Acts acts;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "vigie.directory.search-seconds", defaultValue = "5")
  int searchSeconds = 5;

  /**
   * What one directory answered.
   *
   * @param fault why it did not; null when it did
   */
  public record Answer(
      DirectoryConnection connection, List<DirectoryAccount> found, DirectoryFault fault) {}

  /** Asks every directory of the case's region that a machine reaches. */
  @Requires(Permission.CONTAINMENT_ACT)
  public List<Answer> find(String incidentReference, AccountQuery query) {
    Incident incident = incidents.get(incidentReference);
    if (query.isEmpty()) {
      throw RefusedException.at("login", "containment.refused.query");
    }
    List<Answer> answers = new ArrayList<>();
    for (DirectoryConnection connection : directories.inUse(incident)) {
      if (!connection.isManual()) {
        answers.add(ask(connection, link -> link.find(query)));
      }
    }
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("directories", answers.size())
        .fact("found", answers.stream().mapToInt(a -> a.found().size()).sum());
    return answers;
  }

  /**
   * Lists an account of a directory as suspected, with its rights as seen now.
   *
   * @param uid as the directory's answer named it
   * @param organisationId whose account it is; null: not known
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public CompromisedAccount list(
      String incidentReference, Long connectionId, String uid, Long organisationId) {
    Incident incident = incidents.get(incidentReference);
    if (incident.getState().isFinal()) {
      throw new RefusedException("incident.refused.closed", incident.getReference());
    }
    DirectoryConnection connection = directories.get(connectionId);
    Organisation organisation =
        organisationId == null
            ? connection.getOrganisation()
            : reference.findOrganisation(organisationId).orElse(null);
    DirectoryAccount found = read(connection, uid);
    CompromisedAccount account = listing(incident, organisation, connection, found);
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("account", account.getId());
    progress.refresh(incident);
    return account;
  }

  /**
   * Accounts of the same directory, created or changed since the attack began, with the same
   * organisation or mail domain: candidates only.
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public Answer touchedWith(Long accountId, Instant from, Instant to) {
    CompromisedAccount account = accounts.own(accountId);
    if (!account.isConnected()) {
      throw new RefusedException("containment.refused.notConnected");
    }
    if (from == null || to == null || !from.isBefore(to)) {
      throw RefusedException.at("from", "containment.refused.window");
    }
    Answer answer =
        ask(
            account.getPlace().getConnection(),
            link -> {
              DirectoryAccount itself = link.read(account.getPlace().uid());
              return link.changed(from, to, organisations(itself), domains(itself.email())).stream()
                  .filter(other -> !other.uid().equals(itself.uid()))
                  .toList();
            });
    Incident incident = account.getIncident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("account", accountId)
        .fact("candidates", answer.found().size());
    return answer;
  }

  /** Lists what was found, or gives back the account that is listed already. */
  CompromisedAccount listing(
      Incident incident,
      Organisation organisation,
      DirectoryConnection connection,
      DirectoryAccount found) {
    Instant now = clock.instant();
    CompromisedAccount account =
        accounts
            .findIn(incident, connection, found.uid())
            .or(() -> accounts.findNowhere(incident, found.login(), connection.getName()))
            .orElseGet(
                () -> {
                  CompromisedAccount listed =
                      CompromisedAccount.of(incident, organisation, connection, found, now);
                  accounts.add(listed);
                  accounts.noAccount(incident).ifPresent(accounts::remove);
                  return listed;
                });
    account.isIn(InDirectory.of(connection, found, now));
    return account;
  }

  private DirectoryAccount read(DirectoryConnection connection, String uid) {
    try (DirectoryLink link = connect(connection)) {
      return link.read(uid);
    } catch (RuntimeException failed) {
      throw new RefusedException(
          "containment.fault." + BlockingWork.fault(failed).kind(), connection.getName());
    }
  }

  private Answer ask(
      DirectoryConnection connection, Function<DirectoryLink, List<DirectoryAccount>> question) {
    try (DirectoryLink link = connect(connection)) {
      return new Answer(connection, question.apply(link), null);
    } catch (RuntimeException failed) {
      return new Answer(connection, List.of(), BlockingWork.fault(failed));
    }
  }

  private DirectoryLink connect(DirectoryConnection connection) {
    return adapters.connect(connection.access(ring, Duration.ofSeconds(searchSeconds)));
  }

  private static Set<String> organisations(DirectoryAccount account) {
    return account.organisation().isEmpty() ? Set.of() : Set.of(account.organisation());
  }

  private static Set<String> domains(String email) {
    int at = email.lastIndexOf('@');
    return at < 0 ? Set.of() : Set.of(email.substring(at + 1).toLowerCase(Locale.ROOT));
  }
}
