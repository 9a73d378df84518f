package fr.vigie.platform.fault;

import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.NotPermittedException;
import jakarta.servlet.ServletRequest;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sorts faults and writes them to the log, each once, under an id a person can read out. */
public final class Faults {
  /** Where pages and scripts find the id of the fault. */
  public static final String ATTRIBUTE = "vigie.fault";

  public static final String HEADER = "X-Vigie-Fault";
  private static final Logger LOG = Logger.getLogger(Faults.class.getName());
  private static final int DEEPEST = 30;

  private Faults() {}

  /** 404 for what is not there or not the caller's, 503 without a database, 500 otherwise. */
  public static int status(Throwable thrown) {
    if (cause(thrown, NotFoundException.class).isPresent()
        || cause(thrown, NotPermittedException.class).isPresent()) {
      return 404;
    }
    return withoutDatabase(thrown) ? 503 : 500;
  }

  /** Logs the fault unless this request already did, and returns its id. */
  public static String log(Object request, Throwable thrown) {
    ServletRequest servletRequest = (ServletRequest) request;
    if (servletRequest.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String id = UUID.randomUUID().toString().substring(0, 8);
    servletRequest.setAttribute(ATTRIBUTE, id);
    LOG.log(Level.SEVERE, thrown, () -> "Fault " + id);
    return id;
  }

  /** The first of its kind in the chain of causes. */
  public static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static boolean withoutDatabase(Throwable thrown) {
    return cause(thrown, SQLNonTransientConnectionException.class).isPresent()
        || cause(thrown, SQLTransientConnectionException.class).isPresent()
        || cause(thrown, ConnectException.class).isPresent()
        || cause(thrown, SQLException.class).filter(Faults::isConnection).isPresent();
  }

  private static boolean isConnection(SQLException thrown) {
    String state = thrown.getSQLState();
    String text = thrown.getMessage();
    return state != null && state.startsWith("08")
        || text != null && text.startsWith("Error in allocating a connection");
  }
}
