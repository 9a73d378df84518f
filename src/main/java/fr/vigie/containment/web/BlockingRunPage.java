package fr.vigie.containment.web;

import fr.vigie.containment.AccountAction;
import fr.vigie.containment.Blocking;
import fr.vigie.containment.BlockingRun;
import fr.vigie.containment.BulkBlocking;
import fr.vigie.containment.BulkBlocking.Row;
import fr.vigie.containment.RunFigures;
import fr.vigie.containment.RunRepository;
import fr.vigie.containment.TargetResult;
import fr.vigie.identity.CurrentCaller;
import fr.vigie.platform.Ids;
import fr.vigie.platform.Page;
import fr.vigie.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** /containment/run.xhtml: one run, from its dry run to what became of each account. */
@Named
@RequestScoped
public class BlockingRunPage {
  private static final int SIZE = 50;

  @Inject @Param Long id;
  @Inject @Param Integer first;

  @Inject
  @Param(name = "result")
  String resultName;

  @Inject BulkBlocking bulk;
  @Inject RunFile file;
  @Inject CurrentCaller caller;
  @Inject Messages messages;

  private RunFigures figures;
  private Page<Row> rows;
  private List<RunRepository.InOne> directories;
  private String seen;
  private Blocking.LogCopy logs;
  private String logsNote;
  private boolean resetSecret = true;
  private String refusal;
  private AccountAction action;
  private String why;

  public RunFigures getFigures() {
    if (figures == null) {
      figures = bulk.run(id);
    }
    return figures;
  }

  public BlockingRun getRun() {
    return getFigures().run();
  }

  public Page<Row> getRows() {
    if (rows == null) {
      rows = bulk.targets(id, getResult(), new Page.Request(getFirst(), SIZE, "", true));
    }
    return rows;
  }

  public List<RunRepository.InOne> getDirectories() {
    if (directories == null) {
      directories = bulk.byDirectory(id);
    }
    return directories;
  }

  /** Results that have rows, in their order. */
  public List<TargetResult> getResults() {
    return Arrays.stream(TargetResult.values()).filter(r -> getFigures().count(r) > 0).toList();
  }

  /** The result that the address asks for; null: all. */
  public TargetResult getResult() {
    return Arrays.stream(TargetResult.values())
        .filter(result -> result.name().equals(resultName))
        .findFirst()
        .orElse(null);
  }

  /** Whether a person may leave it out or take it in. */
  public boolean isChoosable(Row row) {
    return getRun().getState() == BlockingRun.State.FOUND
        && switch (row.result()) {
          case FOUND, LEFT_OUT, CLOSED_ALREADY -> true;
          default -> false;
        };
  }

  /** How much of what goes on is done, as two numbers. */
  public long getDone() {
    return getRun().getState() == BlockingRun.State.FINDING
        ? getFigures().searched()
        : getFigures().over();
  }

  public long getWhole() {
    return getRun().getState() == BlockingRun.State.FINDING
        ? getFigures().total()
        : getFigures().over() + getFigures().awaited();
  }

  /** Something goes on by itself: the numbers are shown again soon. */
  public boolean isMoving() {
    return getRun().getState() == BlockingRun.State.FINDING
        || getRun().getState() == BlockingRun.State.RUNNING;
  }

  /** Minutes left, rounded up; null while that cannot be said. */
  public Long getMinutesLeft() {
    return getFigures().left().map(left -> (left.toSeconds() + 59) / 60).orElse(null);
  }

  /** One person is enough. */
  public boolean isAlone() {
    return getRun().getAccounts() <= bulk.aloneAtMost(id);
  }

  public int getAloneAtMost() {
    return bulk.aloneAtMost(id);
  }

  /** The caller had a hand in it, and does not approve it. */
  public boolean isOwn() {
    return getRun().isOf(caller.get().id());
  }

  /** Actions that wait to be done by hand, with how many accounts each. */
  public List<Map.Entry<AccountAction, Long>> getByHand() {
    return List.copyOf(bulk.byHand(id).entrySet());
  }

  public String setAside() {
    bulk.setAside(id, action, why);
    return done("containment.run.done.setAside");
  }

  public AccountAction getAction() {
    return action;
  }

  public void setAction(AccountAction action) {
    this.action = action;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public String leaveOut() {
    bulk.leaveOut(id, ticked());
    return done("containment.run.done.leftOut");
  }

  public String takeIn() {
    bulk.takeIn(id, ticked());
    return done("containment.run.done.takenIn");
  }

  /** By id, so that rows that moved since the page was shown are not taken for others. */
  private static List<Long> ticked() {
    String[] ids = Faces.getRequestParameterValuesMap().get("target");
    return ids == null ? List.of() : Ids.among(List.of(ids));
  }

  public String findAgain() {
    bulk.findAgain(id);
    return done("containment.run.done.findAgain");
  }

  public String ask() {
    BlockingRun run = bulk.ask(id, seen, new Blocking.Ask(logs, logsNote, resetSecret));
    return done(
        run.getState() == BlockingRun.State.WAITING
            ? "containment.run.done.waiting"
            : "containment.run.done.running");
  }

  public String approve() {
    bulk.approve(id, seen);
    return done("containment.run.done.running");
  }

  public String refuse() {
    bulk.refuse(id, refusal);
    return done("containment.run.done.refused");
  }

  public String pause() {
    bulk.pause(id);
    return done("containment.run.done.paused");
  }

  public String resume() {
    bulk.resume(id);
    return done("containment.run.done.resumed");
  }

  public String cancel() {
    bulk.cancel(id);
    return done("containment.run.done.cancelled");
  }

  private String done(String key) {
    figures = null;
    messages.done(key, getRun().getAccounts());
    return "/containment/run.xhtml?faces-redirect=true&id="
        + id
        + (getResult() == null ? "" : "&result=" + getResult());
  }

  /** The rows as a file for a spreadsheet. */
  public void download() throws IOException {
    file.send(getFigures());
  }

  public ZoneId getZone() {
    return getRun().getIncident().zone();
  }

  public Blocking.LogCopy[] getLogCopies() {
    return Blocking.LogCopy.values();
  }

  public int getFirst() {
    return first == null ? 0 : first;
  }

  public int getSize() {
    return SIZE;
  }

  public Long getId() {
    return id;
  }

  /** The run as it was when the page was shown. */
  public String getSeen() {
    return seen == null ? getRun().seen() : seen;
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }

  public Blocking.LogCopy getLogs() {
    return logs;
  }

  public void setLogs(Blocking.LogCopy logs) {
    this.logs = logs;
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

  public String getRefusal() {
    return refusal;
  }

  public void setRefusal(String refusal) {
    this.refusal = refusal;
  }
}
