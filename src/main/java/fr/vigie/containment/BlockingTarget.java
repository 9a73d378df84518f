package fr.vigie.containment;

import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a run's list and what was found for it; a line that bears several accounts, or that
 * some directories did not answer for, has a row for each.
 */
@Entity
@Table(name = "blocking_target")
public class BlockingTarget extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "run_id")
  private BlockingRun run;

  @Column(name = "line_number")
  private int line;

  @Column(name = "typed_login")
  private String typedLogin;

  @Column(name = "typed_rpps")
  private String typedRpps;

  @Column(name = "typed_email")
  private String typedEmail;

  @Enumerated(EnumType.STRING)
  private State state = State.TO_FIND;

  @Enumerated(EnumType.STRING)
  private TargetList.Wrong wrong;

  /** Why the directory did not answer. */
  @Enumerated(EnumType.STRING)
  private DirectoryFault.Kind fault;

  /** Where it is, or who alone is still to be asked; null: all. */
  @ManyToOne
  @JoinColumn(name = "connection_id")
  private DirectoryConnection connection;

  @Embedded private FoundAccount found = FoundAccount.none();

  @ManyToOne
  @JoinColumn(name = "account_id")
  private CompromisedAccount account;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  protected BlockingTarget() {}

  BlockingTarget(BlockingRun run, TargetList.Line line) {
    this(run, line.number(), line.marks());
    if (line.wrong() != null) {
      wrong = line.wrong();
      state = State.WRONG;
    } else if (line.twice()) {
      state = State.TWICE;
    }
  }

  private BlockingTarget(BlockingRun run, int line, AccountQuery marks) {
    this.run = run;
    this.line = line;
    this.typedLogin = marks.login();
    this.typedRpps = marks.rpps();
    this.typedEmail = marks.email();
  }

  /** What is known of it. What became of an account that is asked for stands in the account. */
  public enum State {
    TO_FIND,
    /** An open account: to be blocked. */
    FOUND,
    /** Found, and not open: left as it is, unless a person takes it in. */
    CLOSED_ALREADY,
    NOT_FOUND,
    /** A directory did not answer. */
    UNANSWERED,
    /** The line cannot be read. */
    WRONG,
    /** Another line says the same, or bears the same account. */
    TWICE,
    /** By a person, or because its account is given back or cleared. */
    LEFT_OUT,
    /** Listed in the case, and its block asked for. */
    ASKED
  }

  /** Another row for the same line. */
  BlockingTarget another() {
    return new BlockingTarget(run, line, query());
  }

  AccountQuery query() {
    return new AccountQuery(typedLogin, typedRpps, typedEmail);
  }

  void lease(Instant until) {
    leaseUntil = until;
  }

  boolean isLeased(Instant until, Instant now) {
    return state == State.TO_FIND && until.equals(leaseUntil) && now.isBefore(leaseUntil);
  }

  void found(DirectoryConnection where, DirectoryAccount account) {
    connection = where;
    found = FoundAccount.of(account);
    settle(account.open() ? State.FOUND : State.CLOSED_ALREADY);
  }

  void foundBefore(DirectoryConnection where) {
    connection = where;
    settle(State.TWICE);
  }

  /** What bears it cannot be listed in the case. */
  void notListable(DirectoryConnection where) {
    connection = where;
    wrong = TargetList.Wrong.ACCOUNT;
    settle(State.WRONG);
  }

  void notFound() {
    settle(State.NOT_FOUND);
  }

  void unanswered(DirectoryConnection by, DirectoryFault.Kind why) {
    connection = by;
    settle(State.UNANSWERED);
    fault = why;
  }

  private void settle(State becomes) {
    state = becomes;
    leaseUntil = null;
    fault = null;
  }

  void findAgain() {
    if (state == State.UNANSWERED) {
      settle(State.TO_FIND);
    }
  }

  void leaveOut() {
    if (state != State.FOUND) {
      throw new RefusedException("containment.refused.target");
    }
    state = State.LEFT_OUT;
  }

  void takeIn() {
    if (state != State.LEFT_OUT && state != State.CLOSED_ALREADY) {
      throw new RefusedException("containment.refused.target");
    }
    state = State.FOUND;
  }

  void asked(CompromisedAccount listed) {
    account = listed;
    state = State.ASKED;
  }

  /** Its account is given back or cleared: whether it is compromised again is a person's matter. */
  void settled(CompromisedAccount listed) {
    account = listed;
    state = State.LEFT_OUT;
  }

  public BlockingRun getRun() {
    return run;
  }

  public int getLine() {
    return line;
  }

  /** What the line said, as far as it was kept. */
  public String getTyped() {
    return Stream.of(typedLogin, typedRpps, typedEmail)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.collectingAndThen(Collectors.toList(), texts -> join(texts)));
  }

  private static String join(List<String> texts) {
    return String.join(" ", texts);
  }

  public State getState() {
    return state;
  }

  /** Why the line cannot be read: a key of {@code containment.run.wrong}; null when it can. */
  public String getWrong() {
    return wrong == null ? null : wrong.name();
  }

  public DirectoryFault.Kind getFault() {
    return fault;
  }

  public DirectoryConnection getConnection() {
    return connection;
  }

  public FoundAccount getFound() {
    return found;
  }

  public CompromisedAccount getAccount() {
    return account;
  }
}
