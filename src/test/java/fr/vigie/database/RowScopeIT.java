package fr.vigie.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.audit.AuditRepository;
import fr.vigie.declaration.DeclarationFilter;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Caller;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Queries on cases and on what hangs from them, as people who have no business with a case. */
class RowScopeIT {
  private static final String REGION = "76";
  private static final long OWNER = 7401;

  /** Queries without a row already shown that ask nobody whose rows they are, and why. */
  private static final Set<String> ASK_NOBODY =
      Set.of(
          // counters and rules: no case in them
          "IncidentRepository.nextNumber",
          "IncidentRepository.organisations",
          "IncidentRepository.leads",
          "IncidentRepository.rows",
          "IncidentRepository.rowsToRead",
          "PlaybookRepository.all",
          "PlaybookRepository.get",
          "PlaybookRepository.find",
          "RegimeRepository.versions",
          "RegimeRepository.rules",
          "RegimeRepository.rule",
          "ReminderRepository.thresholds",
          "ReminderRepository.threshold",
          "CaseTaskRepository.colleagues",
          // the timers' own, under Permission.SYSTEM
          "ReminderRepository.track",
          "RunWorkRepository.in",
          "RunWorkRepository.lock",
          "MessageRepository.hasWork",
          "MessageRepository.claim",
          "MessageRepository.abandoned",
          "MessageRepository.claimed",
          "MessageRepository.room",
          "PersonRepository.writer",
          "BlockingRepository.hasWork",
          "BlockingRepository.claim",
          "BlockingRepository.account",
          "EvidenceLookRepository.hasWork",
          "EvidenceLookRepository.due",
          "EvidenceLookRepository.claim",
          "EvidenceLookRepository.of",
          "EvidenceLookRepository.countBad",
          "EvidenceLookRepository.nextDue",
          // the caller's own alerts, by the caller's id
          "ReminderRepository.alerts",
          "ReminderRepository.alertCount",
          "ReminderRepository.unread",
          "ReminderRepository.read",
          // what another person proposed: DecisionsIT has such rows, and strangers
          "CaseDecisionRepository.awareness",
          "CaseDecisionRepository.noBreaches",
          "CaseDecisionRepository.risks",
          "DeclarationRepository.toSign",
          "LiftingRepository.toDecide",
          "MessageDecisionRepository.exemptions",
          "MessageDecisionRepository.templates",
          "ScopeRepository.toFreeze",
          // the same of many accounts to block: BulkBlockingIT has such a run, and strangers
          "RunRepository.toDecide",
          // ids of the cases of the caller's own organisations
          "CaseListRepository.own",
          // a directory's contact and logs, of a region's account that was shown
          "DirectoryRepository.named",
          // the logs' timer, under Permission.SYSTEM
          "LogWorkRepository.hasWork",
          "LogWorkRepository.claimFile",
          "LogWorkRepository.claimRun",
          "LogWorkRepository.abandoned",
          "LogWorkRepository.lockFile",
          "LogWorkRepository.lockRun",
          "LogWorkRepository.connection",
          // of the sources and lines of a run that was shown
          "AnswerRepository.domains",
          "AnswerRepository.organisation",
          // the caller's own organisations
          "SourceRepository.organisations",
          // of parts that were shown
          "LinkRepository.distinct",
          "IncidentRepository.awareness");

  private record Query(String name, Object... values) {}

  private static Schema schema;
  private static Node node;
  private static Incident incident;
  private static Involvement part;
  private static Furniture made;
  private static LogFurniture logs;

  @BeforeAll
  static void furnish() {
    schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
    incident = Cases.qualified(node, owner(), REGION, Instant.now().minusSeconds(3600));
    part = Cases.involved(node, owner(), incident, schema.organisation(REGION));
    Cases.reported(node, owner(), REGION, Instant.now().minusSeconds(3600)); // a similar one
    made = Furniture.of(schema, incident, part, OWNER);
    logs = LogFurniture.of(schema, incident, part.getOrganisation().getId(), made.evidence());
  }

  @AfterAll
  static void close() {
    node.close();
  }

  private static Caller owner() {
    return Node.caller(OWNER, RowScope.region(REGION));
  }

  private static List<Query> queries() {
    Page.Request page = new Page.Request(0, Page.Request.MOST, "", false);
    Instant from = Instant.EPOCH;
    Instant to = Instant.now().plusSeconds(1_000_000);
    return List.of(
        new Query("CaseListRepository.find", IncidentRepository.Filter.ALL, page),
        new Query("CaseListRepository.find", IncidentRepository.Filter.OPEN, page),
        new Query(
            "CaseListRepository.find",
            new IncidentRepository.Filter("usurp", null, incident.getCategory(), REGION, true),
            page),
        new Query("IncidentRepository.find", incident.getId()),
        new Query("IncidentRepository.get", incident.getReference()),
        new Query("IncidentRepository.get", incident.getId()),
        new Query("IncidentRepository.similar", incident, from, to, 5),
        new Query("IncidentRepository.involvements", incident),
        new Query("IncidentRepository.involvement", part.getId()),
        new Query("CaseTaskRepository.get", made.task()),
        new Query("CaseTaskRepository.of", incident),
        new Query("CaseTaskRepository.mine", OWNER, page),
        new Query("CommentRepository.of", incident, 5),
        new Query("MeasureRepository.of", incident),
        new Query("MeasureRepository.get", made.measure()),
        new Query("EvidenceRepository.of", incident),
        new Query("EvidenceRepository.get", made.evidence()),
        new Query("RegimeRepository.of", incident),
        new Query("RegimeRepository.get", made.track()),
        new Query("RegimeRepository.open", page),
        new Query("ContainmentRepository.account", made.account()),
        new Query("ContainmentRepository.own", made.account()),
        new Query("StepRepository.get", incident.getReference(), made.step()),
        new Query("LiftingRepository.get", incident.getReference(), made.lifting()),
        new Query("DirectoryRepository.all"),
        new Query("DirectoryRepository.get", made.directory()),
        new Query("DirectoryRepository.inUse", incident),
        new Query("DirectoryRepository.log", made.log()),
        new Query("RegionAccountRepository.byRegion"),
        new Query("RegionAccountRepository.casesWithOneSeenOpen", 5),
        new Query("RunRepository.get", made.run()),
        new Query("SourceRepository.all"),
        new Query("SourceRepository.get", logs.source()),
        new Query("SourceRepository.domain", logs.domain()),
        new Query("AccessRepository.incident", incident.getReference()),
        new Query("AccessRepository.files", incident),
        new Query("AccessRepository.file", incident, logs.file()),
        new Query("AccessRepository.questions", incident),
        new Query("AccessRepository.runs", incident),
        new Query("AccessRepository.run", incident, logs.run()),
        new Query("AccessRepository.verdicts", incident),
        new Query("ScopeRepository.versions", part),
        new Query("ScopeRepository.upload", made.upload()),
        new Query("ScopeRepository.uploads", part, 5),
        new Query("DeclarationRepository.get", made.declaration()),
        new Query("DeclarationRepository.of", incident),
        new Query("DeclarationRepository.find", DeclarationFilter.ALL, page),
        new Query("MessageRepository.templates", part),
        new Query("MessageRepository.waves", part),
        new Query("MessageRepository.waves", page),
        new Query("MessageRepository.wave", made.wave()),
        new Query("AuditRepository.find", new AuditRepository.Filter("", "", ""), page));
  }

  /**
   * National figures: for nobody whose right does not hold everywhere, the region's own included.
   */
  private static List<Query> national() {
    return List.of(
        new Query("NationalRepository.cases"),
        new Query("NationalRepository.persons"),
        new Query("LinkRepository.national"),
        new Query(
            "RegimeRepository.byRegion", Instant.now(), Instant.now().plusSeconds(1_000_000)));
  }

  @Test
  void strangersGetNothing() {
    Map<String, Caller> strangers =
        Map.of(
            "another region", Node.caller(7402, RowScope.region("975")),
            "another organisation",
                Node.caller(7403, RowScope.organisation(schema.organisation("32"))),
            "nowhere", Node.caller(7404, RowScope.NONE));
    List<String> told = new ArrayList<>();
    strangers.forEach(
        (who, caller) ->
            Stream.concat(queries().stream(), national().stream())
                .filter(query -> tells(answer(caller, query)))
                .forEach(query -> told.add(who + " from " + query.name())));
    assertThat(told).isEmpty();
  }

  @Test
  void thePeopleOfTheRegionGetSomethingFromEachButNoNationalFigure() {
    assertThat(queries()).allMatch(query -> tells(answer(owner(), query)), "tells its own people");
    assertThat(national()).noneMatch(query -> tells(answer(owner(), query)));
    assertThat(national()).allMatch(query -> tells(answer(Caller.SYSTEM, query)), "tells");
  }

  @Test
  void anOrganisationFindsTheCaseItTakesPartInAlsoWhenNobodyLeadsIt() {
    long organisation = part.getOrganisation().getId();
    Caller own = Node.caller(7405, RowScope.organisation(organisation));
    Page.Request page = Page.Request.firstRows(5);
    List<Query> queries =
        List.of(
            new Query("CaseListRepository.find", IncidentRepository.Filter.ALL, page),
            new Query("CaseListRepository.find", IncidentRepository.Filter.OPEN, page),
            new Query("IncidentRepository.get", incident.getReference()),
            new Query("IncidentRepository.get", incident.getId()),
            new Query("IncidentRepository.involvements", incident),
            new Query("RegimeRepository.of", incident),
            new Query("RegimeRepository.get", made.track()),
            new Query("RegimeRepository.open", page));
    assertThat(queries).allMatch(query -> tells(answer(own, query)), "tells who takes part");
  }

  /** A log names patients of every controller. */
  @Test
  void theLogsAreForWhoSeesTheWholeOfACaseNotForAControllersOwnPeople() {
    Caller own = Node.caller(7406, RowScope.organisation(part.getOrganisation().getId()));
    Query whole = new Query("AccessRepository.incident", incident.getReference());
    assertThat(tells(answer(own, new Query("IncidentRepository.get", incident.getReference()))))
        .isTrue();
    assertThat(tells(answer(own, whole))).isFalse();
    assertThat(tells(answer(owner(), whole))).isTrue();
  }

  @Test
  void aRestrictedCaseIsForThoseNamedOnIt() {
    Incident secret = Cases.qualified(node, owner(), REGION, Instant.now().minusSeconds(60));
    schema.change("update incident set restricted = true where id = ?", secret.getId());
    Query byReference = new Query("IncidentRepository.get", secret.getReference());
    Query clocks = new Query("RegimeRepository.of", secret);
    assertThat(tells(answer(owner(), byReference))).isFalse();
    assertThat(tells(answer(owner(), clocks))).isFalse();
    long named = schema.person("REGIONAL_CISO", REGION, null);
    schema.change(
        "insert into incident_person (id, version, incident_id, user_id) values (?, 1, ?, ?)",
        Schema.id(),
        secret.getId(),
        named);
    Caller person = Node.caller(named, RowScope.region(REGION));
    assertThat(tells(answer(person, byReference))).isTrue();
    assertThat(tells(answer(person, clocks))).isTrue();
  }

  /** A query that takes no row already shown is proved above, or named with its reason. */
  @Test
  void noQueryIsForgotten() {
    Set<String> known = new TreeSet<>(ASK_NOBODY);
    Stream.concat(queries().stream(), national().stream()).map(Query::name).forEach(known::add);
    Set<String> forgotten = new TreeSet<>();
    repositories()
        .filter(type -> !type.getName().matches("fr.vigie.(identity|reference|audit|platform).*"))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType() != void.class)
        .filter(
            method -> Arrays.stream(method.getParameterTypes()).noneMatch(RowScopeIT::isARowShown))
        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
        .filter(name -> !known.contains(name))
        .forEach(forgotten::add);
    assertThat(forgotten).isEmpty();
  }

  private static boolean isARowShown(Class<?> type) {
    return Persistent.class.isAssignableFrom(type) || type.getSimpleName().equals("Unit");
  }

  private static Stream<Class<?>> repositories() {
    return Wiring.classes()
        .filter(type -> Repository.class.isAssignableFrom(type) && type != Repository.class);
  }

  private static Object answer(Caller caller, Query query) {
    String[] name = query.name().split("\\.");
    Class<?> repository =
        repositories().filter(type -> type.getSimpleName().equals(name[0])).findFirst().get();
    Method method =
        Arrays.stream(repository.getDeclaredMethods())
            .filter(m -> m.getName().equals(name[1]) && takes(m, query.values()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no such query: " + query.name()));
    method.setAccessible(true);
    return node.act(
        caller,
        Permission.INCIDENT_READ,
        () -> {
          try {
            return method.invoke(node.get(repository), query.values());
          } catch (InvocationTargetException e) {
            if (e.getCause() instanceof NotFoundException) {
              return Optional.empty();
            }
            throw new IllegalStateException(query.name(), e.getCause());
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(query.name(), e);
          }
        });
  }

  private static boolean takes(Method method, Object[] values) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length != values.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      boolean number = types[i] == int.class || types[i] == long.class;
      if (!(number ? values[i] instanceof Number : types[i].isInstance(values[i]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean tells(Object answer) {
    if (answer instanceof Page<?> page) {
      return !page.rows().isEmpty() || page.total() > 0;
    }
    if (answer instanceof Optional<?> optional) {
      return optional.isPresent();
    }
    if (answer instanceof Collection<?> some) {
      return !some.isEmpty();
    }
    return answer instanceof Map<?, ?> map ? !map.isEmpty() : answer != null;
  }
}
