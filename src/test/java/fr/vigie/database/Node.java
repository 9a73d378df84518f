package fr.vigie.database;

import fr.vigie.audit.AuditTrail;
import fr.vigie.launch.Database;
import fr.vigie.platform.Act;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * One node of the application on a database: its own EclipseLink session and connections, one
 * entity manager and transaction for each running act, as the server has them; no server.
 */
public final class Node implements AutoCloseable {
  private final EntityManagerFactory factory;
  private final ThreadLocal<EntityManager> running = new ThreadLocal<>();
  private final Acts acts = new Acts();
  private final Wiring wiring;

  /** With a pool of its own. */
  public Node(Database database, Clock clock) {
    this(
        Map.of(
            "jakarta.persistence.jdbc.driver", "com.mysql.cj.jdbc.Driver",
            "jakarta.persistence.jdbc.url", database.url(),
            "jakarta.persistence.jdbc.user", database.user(),
            "jakarta.persistence.jdbc.password", database.password()),
        clock);
  }

  /** On connections that somebody watches. */
  public Node(DataSource connections, Clock clock) {
    this(Map.of("jakarta.persistence.nonJtaDataSource", connections), clock);
  }

  private Node(Map<String, Object> connections, Clock clock) {
    Map<String, Object> settings = new HashMap<>(connections);
    settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    settings.put("jakarta.persistence.jtaDataSource", "");
    settings.put("eclipselink.session.customizer", PlainSession.class.getName());
    settings.put("eclipselink.session-name", "node-" + System.identityHashCode(this));
    factory = Persistence.createEntityManagerFactory("vigie", settings);
    wiring = new Wiring(shared(), acts, clock);
  }

  /** A use case or repository of this node. */
  public <T> T get(Class<T> type) {
    return wiring.get(type);
  }

  public EntityManagerFactory factory() {
    return factory;
  }

  /** The entity manager of the act running on this thread. */
  public EntityManager entities() {
    return shared();
  }

  /** Somebody who may do everything on some rows. */
  public static Caller caller(long id, RowScope rows) {
    return new Caller(
        id,
        "test-" + id,
        "Test " + id,
        List.of(new Caller.Grant(EnumSet.allOf(Permission.class), rows)));
  }

  /** An act that reads. */
  public <T> T read(Caller caller, Supplier<T> work) {
    return act(caller, Permission.INCIDENT_READ, work);
  }

  /** One act in one transaction, with its line in the trail when it writes. */
  public <T> T act(Caller caller, Permission permission, Supplier<T> work) {
    return act("Test.act", caller, permission, work);
  }

  /** The same under the name that its line has in the trail. */
  public <T> T act(String name, Caller caller, Permission permission, Supplier<T> work) {
    EntityManager entities = factory.createEntityManager();
    running.set(entities);
    Act act = new Act(name, caller, permission);
    acts.open(act);
    try {
      entities.getTransaction().begin();
      T result = work.get();
      if (permission.kind() != Permission.Kind.READ) {
        get(AuditTrail.class).append(act);
      }
      entities.getTransaction().commit();
      return result;
    } finally {
      acts.close();
      running.remove();
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    }
  }

  private EntityManager shared() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, values) -> {
              try {
                return method.invoke(running.get(), values);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public void close() {
    factory.close();
  }
}
