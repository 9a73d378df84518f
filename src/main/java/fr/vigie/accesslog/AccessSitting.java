package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessEvent;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an account did in one go: one session, from one address, with one program; where the log has
 * no sessions, one day. The holder's own work and the intruder's are told apart sitting by sitting
 * (pitfall 26).
 */
@Entity
@Table(name = "access_sitting")
public class AccessSitting extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "run_id")
  private AccessRun run;

  @Column(name = "sitting_key")
  private String key;

  private String account;

  @Column(name = "session_name")
  private String session;

  private String address;

  @Column(name = "user_agent")
  private String userAgent;

  @Column(name = "sitting_day")
  private LocalDate day;

  /** Its account is one that the question names. */
  private boolean listed;

  /** The question says by itself that it was the intruder. */
  @Column(name = "by_rule")
  private boolean byRule;

  @Enumerated(EnumType.STRING)
  private Verdict verdict = Verdict.UNDECIDED;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  /** Why what was decided earlier no longer holds; null when it does. */
  @Enumerated(EnumType.STRING)
  private Reopened reopened;

  private long accesses;
  private long failures;
  private long patients;

  /** By what a question tells the intruder by itself. */
  public enum Sign {
    ACCOUNT,
    ADDRESS,
    SESSION,
    AGENT
  }

  /** Why somebody has to decide once more. */
  public enum Reopened {
    /** It has accesses that nobody looked at then. */
    BEYOND,
    /** The question says by itself that it was the intruder, and did not then. */
    RULE
  }

  protected AccessSitting() {}

  AccessSitting(AccessEvent event, LocalDate day, Question question) {
    this.account = event.getAccount().isEmpty() ? event.getRpps() : event.getAccount();
    this.session = event.getSession();
    this.address = event.getAddress();
    this.userAgent = event.getUserAgent();
    this.day = session.isEmpty() ? day : null;
    this.key = key(account, session, address, userAgent, this.day);
    boolean whole = false;
    for (Question.HostileAccount known : question.accounts()) {
      boolean his = known.is(event.getAccount()) || known.is(event.getRpps());
      listed |= his;
      whole |= his && known.whole();
    }
    this.byRule = whole || !signs(question).isEmpty();
    this.verdict = byRule ? Verdict.HOSTILE : Verdict.UNDECIDED;
  }

  /** By what the question of its run says that it was the intruder; none when it does not. */
  public Set<Sign> signs(Question question) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    add(signs, Sign.ADDRESS, contains(question.addresses(), address));
    add(signs, Sign.SESSION, contains(question.sessions(), session));
    add(signs, Sign.AGENT, contains(question.agents(), userAgent));
    boolean whole = question.accounts().stream().anyMatch(a -> a.whole() && a.is(account));
    add(signs, Sign.ACCOUNT, whole || byRule && signs.isEmpty());
    return signs;
  }

  private static void add(Set<Sign> signs, Sign sign, boolean shown) {
    if (shown) {
      signs.add(sign);
    }
  }

  private static boolean contains(Iterable<String> texts, String text) {
    for (String one : texts) {
      if (one.equalsIgnoreCase(text)) {
        return true;
      }
    }
    return false;
  }

  /** The same sitting has the same key in every run of the case. */
  static String key(
      String account, String session, String address, String userAgent, LocalDate day) {
    return Sha256.hex(
        String.join(
            "\u0000",
            account.toLowerCase(java.util.Locale.ROOT),
            session,
            address,
            userAgent,
            day == null ? "" : day.toString()));
  }

  AccessSitting in(AccessRun of) {
    run = of;
    return this;
  }

  /** That it was the holder holds for what was looked at, not for all that is found later. */
  void hear(SittingVerdict said) {
    reopened = said.getVerdict() == Verdict.LEGITIMATE ? said.missed(this) : null;
    verdict = reopened == null ? said.getVerdict() : Verdict.UNDECIDED;
  }

  public AccessRun getRun() {
    return run;
  }

  public String getKey() {
    return key;
  }

  public String getAccount() {
    return account;
  }

  public String getSession() {
    return session;
  }

  public String getAddress() {
    return address;
  }

  public String getUserAgent() {
    return userAgent;
  }

  public LocalDate getDay() {
    return day;
  }

  public boolean isListed() {
    return listed;
  }

  public boolean isByRule() {
    return byRule;
  }

  public Verdict getVerdict() {
    return verdict;
  }

  public Reopened getReopened() {
    return reopened;
  }

  public Instant getFirstAt() {
    return firstAt;
  }

  public Instant getLastAt() {
    return lastAt;
  }

  public long getAccesses() {
    return accesses;
  }

  public long getFailures() {
    return failures;
  }

  /** Patients named, each once. */
  public long getPatients() {
    return patients;
  }
}
