package fr.vigie.containment;

import fr.vigie.platform.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How the steps of a block come to be asked for, one account or many. */
@ApplicationScoped
public class AskingSteps {
  @Inject StepRepository steps;

  /** Asks for all that a block of this account takes. */
  void block(CompromisedAccount account, Blocking.Ask ask, AccountStep.Entry who) {
    account.mustBeOpen();
    if (account.getState().isSettled()) {
      throw RefusedException.at("logs", "containment.refused.settled");
    }
    check(ask);
    List<BlockingStep> known = steps.of(account);
    boolean any = false;
    for (AccountAction action : AccountAction.checklist()) {
      boolean wanted = action != AccountAction.RESET_SECRET || ask.resetSecret();
      if (wanted && !stands(account, action, known)) {
        any = true;
        BlockingStep step = add(account, action, who);
        if (action == AccountAction.COPY_LOGS) {
          logs(step, ask, who);
        }
      }
    }
    if (!any) {
      throw new RefusedException("containment.refused.asked");
    }
    turnTo(account, who);
  }

  /** Something is said of the logs, and not too much. */
  static void check(Blocking.Ask ask) {
    if (ask.logs() == null) {
      throw RefusedException.at("logs", "containment.refused.logs");
    }
    if (ask.logs() == Blocking.LogCopy.NONE && ask.logsNote().isEmpty()) {
      throw RefusedException.at("logsNote", "containment.refused.logsReason");
    }
    if (ask.logsNote().length() > BlockingStep.NOTE_MAX) {
      throw RefusedException.at(
          "logsNote",
          "containment.refused.tooLong",
          BlockingStep.NOTE_MAX,
          ask.logsNote().length());
    }
  }

  private static void logs(BlockingStep step, Blocking.Ask ask, AccountStep.Entry who) {
    switch (ask.logs()) {
      case COPIED ->
          step.doneByHand(new AccountStep.Recorded(who.at(), who.by(), ask.logsNote(), null), null);
      case ASKED -> step.annotate(ask.logsNote());
      case NONE -> step.setAside(ask.logsNote());
    }
  }

  /** Asked for and not done yet, or done and still true. */
  private static boolean stands(
      CompromisedAccount account, AccountAction action, List<BlockingStep> known) {
    boolean reopened = account.getState() == AccountState.REOPENED;
    boolean unblocked = !account.getState().isToStayClosed() && action == AccountAction.DISABLE;
    return sinceLifted(known).stream()
        .filter(step -> step.getAction() == action)
        .anyMatch(
            step ->
                step.getState().isOpen()
                    || (step.getState() != BlockingStep.State.FAILED
                        && !unblocked
                        && !(reopened && action.ability().isPresent())));
  }

  /** What was done before the account was given back says nothing of a block that comes after. */
  private static List<BlockingStep> sinceLifted(List<BlockingStep> known) {
    int from = 0;
    for (BlockingStep step : known) {
      boolean done =
          step.getState() == BlockingStep.State.CLAIMED
              || step.getState() == BlockingStep.State.PROVEN;
      if (step.getAction() == AccountAction.ENABLE && done) {
        from = known.indexOf(step) + 1;
      }
    }
    return known.subList(from, known.size());
  }

  /** The open step of an action, asked for now when there is none. */
  BlockingStep open(CompromisedAccount account, AccountAction action, AccountStep.Entry who) {
    List<BlockingStep> known = steps.of(account);
    return known.stream()
        .filter(step -> step.getAction() == action)
        .filter(step -> step.getState().isOpen() || step.getState() == BlockingStep.State.FAILED)
        .filter(step -> !isOvertaken(step, known))
        .findFirst()
        .orElseGet(() -> unasked(account, action, who));
  }

  private BlockingStep unasked(
      CompromisedAccount account, AccountAction action, AccountStep.Entry who) {
    if (action == AccountAction.ENABLE) {
      throw RefusedException.at("action", "containment.refused.liftByTwo");
    }
    return add(account, action, who);
  }

  /** Another try of what failed; the failed one stays as it is. */
  void again(BlockingStep failed, AccountStep.Entry who) {
    List<BlockingStep> known = steps.of(failed.getAccount());
    boolean open =
        known.stream().anyMatch(s -> s.getAction() == failed.getAction() && s.getState().isOpen());
    if (open || isOvertaken(failed, known)) {
      throw new RefusedException("containment.refused.asked");
    }
    add(failed.getAccount(), failed.getAction(), who);
    turnTo(failed.getAccount(), who);
  }

  /**
   * An approved lifting opens one block, not the next: once it was tried again, or the account
   * blocked again, it takes two people again.
   */
  private static boolean isOvertaken(BlockingStep step, List<BlockingStep> known) {
    List<BlockingStep> later = known.subList(known.indexOf(step) + 1, known.size());
    return step.getAction() == AccountAction.ENABLE
        && later.stream()
            .anyMatch(
                s ->
                    s.getAction() == AccountAction.ENABLE
                        || s.getAction() == AccountAction.DISABLE);
  }

  /** Asks for the end of a block, which two people decided. */
  void lift(CompromisedAccount account, AccountStep.Entry who) {
    // what a machine still tries would close it again, or replace the holder's new secret
    steps.of(account).stream()
        .filter(step -> step.isByMachine() && step.getState().isOpen())
        .forEach(BlockingStep::overtaken);
    add(account, AccountAction.ENABLE, who);
    turnTo(account, who);
  }

  private BlockingStep add(
      CompromisedAccount account, AccountAction action, AccountStep.Entry who) {
    boolean byMachine =
        account.isConnected() && action.isIn(account.getPlace().getConnection().abilities());
    BlockingStep step = new BlockingStep(account, action, byMachine, who);
    steps.add(step);
    return step;
  }

  private static void turnTo(CompromisedAccount account, AccountStep.Entry who) {
    if (account.isConnected()) {
      account.getWatch().turnTo(who.at());
    }
  }
}
