package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.AccessOutcome;
import fr.vigie.accesslog.format.PatientRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What the hospitals of a region do with a shared record, and what an intruder does between: with
 * the account of somebody who works at the same time, mostly by night, and with one whose owner is
 * away. All persons are invented.
 */
final class Traffic {
  /** Used by its owner and by the intruder. */
  static final String SHARED = "claire.fictive";

  /** Used by the intruder only. */
  static final String TAKEN = "noël.inventé";

  static final String SHARED_RPPS = "99700000001";
  static final List<String> INTRUDER = List.of("203.0.113.66", "198.51.100.23");
  static final List<String> DOMAINS = List.of("1.2.250.1.999.1", "1.2.250.1.999.2", "750712184");

  private static final List<String> FIRST =
      List.of("agnès", "basile", "chloé", "denis", "émile", "fanny", "gaël", "hélène", "joëlle");
  private static final List<String> LAST =
      List.of("fictif", "exemple", "factice", "témoin", "modèle", "maquette");
  private static final List<String> AGENTS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/142.0",
          "Mozilla/5.0 (X11; Linux x86_64) Chrome/139.0.0.0",
          "Mozilla/5.0 (Macintosh) Safari/605.1.15");
  private static final Duration LONGEST_STEP = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofDays(60);

  private final Random random;
  private final LogPlan plan;
  private final int accounts;
  private final int patients;
  private final long step;
  private Instant now;

  Traffic(LogPlan plan) {
    this.plan = plan;
    random = new Random(plan.seed());
    accounts = (int) Math.max(12, Math.min(5_000, plan.accesses() / 100));
    patients = (int) Math.max(50, Math.min(400_000, plan.accesses() / 4));
    long even = LONGEST.toMillis() / Math.max(1, plan.accesses());
    step = Math.max(2, Math.min(LONGEST_STEP.toMillis(), even));
    now = plan.from();
  }

  /** The next one; its line is still to be told. */
  LogTruth.Access next() {
    now = now.plusMillis(step / 2 + random.nextLong(step));
    int hour = ZonedDateTime.ofInstant(now, plan.zone()).getHour();
    boolean night = hour >= 22 || hour < 5;
    return random.nextInt(100) < (night ? 12 : 2) ? hostile() : legitimate();
  }

  private LogTruth.Access hostile() {
    boolean shared = random.nextInt(3) > 0;
    int dice = random.nextInt(100);
    AccessAction action =
        dice < 40
            ? AccessAction.LIST
            : dice < 75 ? AccessAction.VIEW : dice < 92 ? AccessAction.EXPORT : AccessAction.LOGIN;
    boolean failed = random.nextInt(10) == 0;
    int from = random.nextInt(INTRUDER.size());
    return access(
        shared ? SHARED : TAKEN,
        shared ? SHARED_RPPS : "99700000002",
        "h" + from + (shared ? "s" : "t") + now.getEpochSecond() / 40_000,
        INTRUDER.get(from),
        from == 0 ? "python-requests/2.32" : AGENTS.get(1),
        action,
        failed,
        action == AccessAction.LIST || action == AccessAction.EXPORT ? 12 : 1,
        true);
  }

  private LogTruth.Access legitimate() {
    int who = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(accounts);
    String name = FIRST.get(who % FIRST.size()) + '.' + LAST.get(who % LAST.size()) + who;
    int place = who * 3 + random.nextInt(2);
    int dice = random.nextInt(1_000);
    AccessAction action =
        dice < 250
            ? AccessAction.LIST
            : dice < 750
                ? AccessAction.VIEW
                : dice < 780
                    ? AccessAction.EXPORT
                    : dice < 850
                        ? AccessAction.CHANGE
                        : dice < 900
                            ? AccessAction.LOGIN
                            : dice < 950
                                ? AccessAction.LOGOUT
                                : dice < 995 ? AccessAction.OTHER : AccessAction.UNKNOWN;
    return access(
        who == 0 ? SHARED : name,
        who == 0 ? SHARED_RPPS : String.format("99700%06d", 10 + who),
        "s" + who + "-" + now.getEpochSecond() / 20_000,
        "10." + (place >> 16 & 255) + "." + (place >> 8 & 255) + "." + (place & 255),
        AGENTS.get(place % AGENTS.size()),
        action,
        random.nextInt(30) == 0,
        3,
        false);
  }

  private LogTruth.Access access(
      String account,
      String rpps,
      String session,
      String address,
      String agent,
      AccessAction action,
      boolean failed,
      int most,
      boolean hostile) {
    List<PatientRef> shown = new ArrayList<>();
    Long rows = null;
    String domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
    if (action == AccessAction.LIST) {
      // every second search tells only how many it found
      boolean named = random.nextBoolean();
      int count = failed ? 0 : random.nextInt(most);
      rows = named ? (long) count : random.nextLong(most * 40L);
      shown.addAll(patients(named ? count : 0, domain));
    } else if (action.isDisclosing()) {
      shown.addAll(patients(action == AccessAction.EXPORT ? 1 + random.nextInt(most) : 1, domain));
    }
    AccessOutcome outcome = failed ? AccessOutcome.FAILURE : AccessOutcome.SUCCESS;
    return new LogTruth.Access(
        0,
        now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
        account,
        rpps,
        session,
        address,
        agent,
        action,
        outcome,
        List.copyOf(shown),
        rows,
        hostile);
  }

  private List<PatientRef> patients(int count, String domain) {
    List<PatientRef> shown = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      PatientRef one = new PatientRef("P" + random.nextInt(patients), domain);
      if (!shown.contains(one)) {
        shown.add(one);
      }
    }
    return shown;
  }
}
