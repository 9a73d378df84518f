package fr.vigie.containment.web;

import fr.vigie.containment.AccountLifting;
import fr.vigie.containment.Blocking;
import fr.vigie.containment.Blocking.LogCopy;
import fr.vigie.containment.BlockingExchange;
import fr.vigie.containment.BlockingStep;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.Lifting;
import fr.vigie.containment.LogSource;
import fr.vigie.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** The chosen account's steps, what its directory answered, and the end of its block. */
@Named
@RequestScoped
public class AccountStepsTab {
  @Inject Blocking blocking;
  @Inject Lifting lifts;
  @Inject IncidentAccountsTab tab;
  @Inject Messages messages;
  @Inject Clock clock;

  @Inject @Param String ref;
  @Inject @Param Long account;

  private Blocking.Steps shown;
  private List<AccountLifting> liftings;
  private LogCopy logCopy;
  private String logsNote;
  private boolean resetSecret = true;
  private Long aside;
  private String why;
  private String secretPath;
  private String liftingSeen;

  private Blocking.Steps shown() {
    if (shown == null) {
      shown = blocking.steps(account);
    }
    return shown;
  }

  public List<BlockingStep> getSteps() {
    return shown().steps();
  }

  public List<BlockingExchange> getExchanges() {
    return shown().exchanges();
  }

  public List<LogSource> getLogs() {
    return shown().logs();
  }

  /** Those that a person may still do, or say will not be done. */
  public List<BlockingStep> getOpen() {
    return getSteps().stream()
        .filter(step -> step.getState() == BlockingStep.State.ASKED || isFailed(step))
        .toList();
  }

  /** How many steps are still to be done, by whom ever. */
  public long getToDo() {
    return getSteps().stream().filter(step -> step.getState().isOpen()).count();
  }

  public List<BlockingStep> getFailed() {
    return getSteps().stream().filter(AccountStepsTab::isFailed).toList();
  }

  private static boolean isFailed(BlockingStep step) {
    return step.getState() == BlockingStep.State.FAILED;
  }

  public String shape(BlockingStep step) {
    return switch (step.getState()) {
      case ASKED -> "open";
      case RUNNING, CLAIMED -> "progress";
      case PROVEN -> "done";
      case FAILED, UNDONE -> "failed";
      case SET_ASIDE -> "none";
    };
  }

  /** A machine is asked once; again when the account was seen open. */
  public boolean isBlockable() {
    CompromisedAccount chosen = tab.getChosen();
    return switch (chosen.getState()) {
      case SUSPECTED, CONFIRMED, REOPENED -> getSteps().stream().noneMatch(this::isUnderWay);
      case CLAIMED -> getSteps().isEmpty();
      default -> false;
    };
  }

  private boolean isUnderWay(BlockingStep step) {
    return step.isByMachine() && step.getState().isOpen();
  }

  /**
   * Vigie acts or looks of itself just now: the page shows what comes of it without being asked.
   */
  public boolean isMoving() {
    Instant next = tab.getChosen().getWatch().getNextLookAt();
    return getSteps().stream().anyMatch(this::isUnderWay)
        || next != null && !next.isAfter(clock.instant());
  }

  /** Changes with what the page shows of the account and its steps. */
  public String getPulse() {
    CompromisedAccount chosen = tab.getChosen();
    String states =
        getSteps().stream().map(step -> step.getState().name()).collect(Collectors.joining(" "));
    return chosen.getState() + " " + chosen.getWatch().getLookedAt() + " " + states;
  }

  public String getDirectory() {
    CompromisedAccount chosen = tab.getChosen();
    return chosen.isConnected() ? chosen.getPlace().getConnection().getName() : chosen.getSystem();
  }

  /** Whom to call for what no machine does. */
  public String getContact() {
    return shown().contact();
  }

  public String getRevocation() {
    return shown().revocation();
  }

  public LogCopy[] getLogCopies() {
    return LogCopy.values();
  }

  private List<AccountLifting> liftings() {
    if (liftings == null) {
      liftings = lifts.of(account);
    }
    return liftings;
  }

  /** What was decided, and how the holder gets a new secret. */
  public List<AccountLifting> getDecided() {
    return liftings().stream()
        .filter(lifting -> lifting.getState() != AccountLifting.State.ASKED)
        .toList();
  }

  public AccountLifting getLifting() {
    return liftings().stream()
        .filter(lifting -> lifting.getState() == AccountLifting.State.ASKED)
        .findFirst()
        .orElse(null);
  }

  /** The request as it was when the page was shown. */
  public String getLiftingSeen() {
    return liftingSeen == null && getLifting() != null ? getLifting().seen() : liftingSeen;
  }

  public void setLiftingSeen(String liftingSeen) {
    this.liftingSeen = liftingSeen;
  }

  public String block() {
    return done("asked", blocking.block(account, new Blocking.Ask(logCopy, logsNote, resetSecret)));
  }

  public String lookNow() {
    return done("look", blocking.lookNow(account));
  }

  public String retry(Long step) {
    return done("retried", blocking.retry(ref, step));
  }

  public String setAside() {
    return done("aside", blocking.setAside(ref, aside, why));
  }

  public String askLifting() {
    return done("liftAsked", lifts.ask(account, why, secretPath).getAccount());
  }

  public String approveLifting() {
    return done("liftApproved", lifts.approve(ref, getLifting().getId(), liftingSeen).getAccount());
  }

  public String refuseLifting() {
    return done("liftRefused", lifts.refuse(ref, getLifting().getId(), why).getAccount());
  }

  private String done(String what, CompromisedAccount changed) {
    messages.done("containment.done." + what, changed.getLogin());
    return "/incident/detail.xhtml?faces-redirect=true&ref="
        + ref
        + "&tab=accounts&account="
        + account;
  }

  public LogCopy getLogCopy() {
    return logCopy;
  }

  public void setLogCopy(LogCopy logCopy) {
    this.logCopy = logCopy;
  }

  public String getLogsNote() {
    return logsNote;
  }

  public void setLogsNote(String logsNote) {
    this.logsNote = logsNote;
  }

  public boolean isResetSecret() {
    return resetSecret;
  }

  public void setResetSecret(boolean resetSecret) {
    this.resetSecret = resetSecret;
  }

  public Long getAside() {
    return aside;
  }

  public void setAside(Long aside) {
    this.aside = aside;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public String getSecretPath() {
    return secretPath;
  }

  public void setSecretPath(String secretPath) {
    this.secretPath = secretPath;
  }
}
