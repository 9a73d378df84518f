package fr.vigie.containment;

import fr.vigie.containment.directory.DirectoryCheck;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.UseCase;
import fr.vigie.platform.persistence.KeyRing;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.ReferenceRepository;
import fr.vigie.reference.Region;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The directories that Vigie may act in, region by region. Secrets go in and never come out; a test
 * changes nothing in the directory.
 */
@UseCase
public class Directories {
  private static final int SECRET_MAX = 1_000;

  @Inject DirectoryRepository directories;
  @Inject DirectoryAdapters adapters;
  @Inject ReferenceRepository reference;
  @Inject KeyRing ring;
  @Inject Acts acts;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "vigie.directory.patience-seconds", defaultValue = "10")
  int patienceSeconds = 10;

  /** A connection with the logs to copy before its accounts are changed. */
  public record Described(DirectoryConnection connection, List<LogSource> logs) {}

  /**
   * What a test of a connection gave: a check, or a fault.
   *
   * @param fault null when it worked
   */
  public record Tested(Optional<DirectoryCheck> check, DirectoryFault fault) {}

  @Requires(Permission.DIRECTORY_READ)
  public List<DirectoryConnection> all() {
    return directories.all();
  }

  @Requires(Permission.DIRECTORY_READ)
  public Described get(Long id) {
    DirectoryConnection connection = directories.get(id);
    return new Described(connection, directories.logs(connection));
  }

  /** The regions in which the caller may add or change a connection. */
  @Requires(Permission.DIRECTORY_READ)
  public List<Region> editableRegions() {
    RowScope mine = acts.caller().scope(Permission.DIRECTORY_EDIT);
    return reference.regions().stream()
        .filter(region -> mine.everywhere() || mine.regions().contains(region.getCode()))
        .toList();
  }

  /**
   * Adds a connection.
   *
   * @param secret of the connector's account
   * @throws RefusedException naming the field that is wrong
   */
  @Requires(Permission.DIRECTORY_EDIT)
  public DirectoryConnection add(
      String regionCode,
      Long organisationId,
      DirectoryKind kind,
      ConnectionData data,
      String secret) {
    mayEdit(regionCode);
    if (kind == null) {
      throw RefusedException.at("kind", "containment.refused.empty");
    }
    Organisation organisation = reference.findOrganisation(organisationId).orElse(null);
    DirectoryConnection connection =
        new DirectoryConnection(reference.region(regionCode), organisation, kind);
    connection.describe(data, typed(secret), ring);
    named(connection);
    directories.add(connection);
    return done(connection);
  }

  /**
   * Changes how a directory is reached.
   *
   * @param seen the connection as it was read
   * @param secret empty keeps the one there is, unless the address or the certificates change
   */
  @Requires(Permission.DIRECTORY_EDIT)
  public DirectoryConnection change(Long id, String seen, ConnectionData data, String secret) {
    DirectoryConnection connection = editable(id);
    connection.mustBeAsSeen(seen);
    boolean newSecret = !typed(secret).isEmpty();
    boolean newAddress = !connection.data().address().equals(data.address());
    staysPut(connection, data);
    connection.describe(data, typed(secret), ring);
    named(connection);
    directories.flush();
    acts.current().fact("newSecret", newSecret).fact("newAddress", newAddress);
    return done(connection);
  }

  /** Who could lead the looks to a server of their own would prove what they like. */
  private void staysPut(DirectoryConnection connection, ConnectionData data) {
    ConnectionData known = connection.data();
    boolean moves = !known.address().equals(data.address()) || !known.base().equals(data.base());
    long watched = moves ? directories.watched(connection) : 0;
    if (watched > 0) {
      throw RefusedException.at("address", "containment.refused.watchedAddress", watched);
    }
  }

  /**
   * Takes a connection out of use, or back in.
   *
   * @throws RefusedException while accounts of open cases are looked at through it
   */
  @Requires(Permission.DIRECTORY_EDIT)
  public DirectoryConnection use(Long id, boolean used) {
    DirectoryConnection connection = editable(id);
    long watched = directories.watched(connection);
    if (!used && watched > 0) {
      throw new RefusedException("containment.refused.watched", watched);
    }
    connection.setActive(used);
    acts.current().fact("used", used);
    return done(connection);
  }

  /** Connects, looks, changes nothing; what was seen is kept with the connection. */
  @Requires(Permission.DIRECTORY_EDIT)
  public Tested test(Long id) {
    DirectoryConnection connection = editable(id);
    Tested tested = tested(connection);
    tested
        .check()
        .ifPresentOrElse(
            check -> connection.checked(check.can(), clock.instant()),
            () -> connection.failed(tested.fault().kind(), clock.instant()));
    acts.current().fact("fault", tested.fault() == null ? "none" : tested.fault().kind());
    done(connection);
    return tested;
  }

  private Tested tested(DirectoryConnection connection) {
    if (connection.isManual()) {
      throw new RefusedException("containment.refused.manual");
    }
    try (DirectoryLink link =
        adapters.connect(connection.access(ring, Duration.ofSeconds(patienceSeconds)))) {
      return new Tested(Optional.of(link.check()), null);
    } catch (RuntimeException failed) {
      return new Tested(Optional.empty(), BlockingWork.fault(failed));
    }
  }

  /**
   * Names a log to copy before accounts of this directory are changed.
   *
   * @param keptHours null when not known
   */
  @Requires(Permission.DIRECTORY_EDIT)
  public LogSource addLog(Long id, String name, Integer keptHours, String holder) {
    DirectoryConnection connection = editable(id);
    LogSource log = new LogSource(connection, name, keptHours, holder);
    directories.add(log);
    done(connection);
    return log;
  }

  @Requires(Permission.DIRECTORY_EDIT)
  public DirectoryConnection removeLog(Long logId) {
    LogSource log = directories.log(logId);
    DirectoryConnection connection = editable(log.getConnection().getId());
    directories.remove(log);
    return done(connection);
  }

  private DirectoryConnection editable(Long id) {
    DirectoryConnection connection = directories.get(id);
    mayEdit(connection.getRegion().getCode());
    return connection;
  }

  private void mayEdit(String regionCode) {
    RowScope scope = acts.scope();
    if (!scope.everywhere() && !scope.regions().contains(regionCode)) {
      throw RefusedException.at("region", "containment.refused.region");
    }
  }

  private void named(DirectoryConnection connection) {
    boolean taken =
        directories.all().stream()
            .filter(other -> !other.equals(connection))
            .filter(other -> other.getRegion().equals(connection.getRegion()))
            .anyMatch(other -> other.getName().equalsIgnoreCase(connection.getName()));
    if (taken) {
      throw RefusedException.at("name", "containment.refused.nameTaken");
    }
  }

  private static String typed(String secret) {
    String text = secret == null ? "" : secret;
    if (text.length() > SECRET_MAX) {
      throw RefusedException.at("secret", "containment.refused.tooLong", SECRET_MAX, text.length());
    }
    return text;
  }

  private DirectoryConnection done(DirectoryConnection connection) {
    acts.current().about("directory", connection.getId(), connection.getRegion().getCode());
    return connection;
  }
}
