package fr.vigie.accesslog.table;

import fr.vigie.accesslog.format.LogEngine;
import fr.vigie.accesslog.format.TableQuery;
import fr.vigie.platform.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The engine that the operator named, such as Trino, through the driver that he put on the class
 * path. Only tables of the schemas that he opened are read: a description that somebody uploads
 * must not reach what else the engine's user may see.
 */
@ApplicationScoped
public class JdbcLogEngine implements LogEngine {
  private static final Logger LOG = Logger.getLogger(JdbcLogEngine.class.getName());

  private final Optional<String> url;
  private final Optional<String> user;
  private final Optional<String> password;
  private final List<String> schemas;

  /** For the container's proxy: no engine. */
  protected JdbcLogEngine() {
    this(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * @param schemas with commas between, each with its catalog where the engine has catalogs
   */
  @Inject
  public JdbcLogEngine(
      @ConfigProperty(name = "vigie.accesslog.engine.url") Optional<String> url,
      @ConfigProperty(name = "vigie.accesslog.engine.user") Optional<String> user,
      @ConfigProperty(name = "vigie.accesslog.engine.password") Optional<String> password,
      @ConfigProperty(name = "vigie.accesslog.engine.schemas") Optional<String> schemas) {
    this.url = url.filter(text -> !text.isBlank());
    this.user = user;
    this.password = password;
    this.schemas = Arrays.stream(schemas.orElse("").split(",")).map(String::strip).toList();
  }

  @Override
  public List<String> ask(TableQuery query, Runnable waiting, Consumer<String[]> row) {
    if (url.isEmpty()) {
      throw RefusedException.at("file", "accesslog.refused.noEngine");
    }
    if (!schemas.contains(query.table().schema())) {
      throw RefusedException.at("file", "accesslog.refused.tableSchema");
    }
    try (EngineRows rows = new EngineRows(this::connect, query)) {
      for (String[] next = rows.next(waiting); next != null; next = rows.next(waiting)) {
        row.accept(next);
      }
      return rows.names();
    } catch (SQLException refused) {
      // without the message of the driver: it may quote a row; the engine keeps its own log
      LOG.log(
          Level.WARNING,
          "The engine of access logs did not answer: {0}, SQL state {1}, code {2}",
          new Object[] {
            refused.getClass().getName(), refused.getSQLState(), refused.getErrorCode()
          });
      throw new RefusedException("accesslog.problem.engine");
    }
  }

  private Connection connect() throws SQLException {
    Properties login = new Properties();
    user.ifPresent(name -> login.setProperty("user", name));
    password.ifPresent(secret -> login.setProperty("password", secret));
    try {
      for (Driver driver : ServiceLoader.load(Driver.class)) {
        if (driver.acceptsURL(url.orElseThrow())) {
          return driver.connect(url.get(), login);
        }
      }
    } catch (ServiceConfigurationError broken) {
      throw new SQLException("A driver on the class path cannot be used", "08001", broken);
    }
    throw new SQLException("No driver takes vigie.accesslog.engine.url", "08001");
  }
}
