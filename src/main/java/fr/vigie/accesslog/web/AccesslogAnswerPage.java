package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessRun;
import fr.vigie.accesslog.AccessSitting;
import fr.vigie.accesslog.AnswerPart;
import fr.vigie.accesslog.Answering;
import fr.vigie.accesslog.Asking;
import fr.vigie.accesslog.Evidenced;
import fr.vigie.accesslog.SittingVerdict;
import fr.vigie.accesslog.Verdict;
import fr.vigie.accesslog.Verdicts;
import fr.vigie.platform.Ids;
import fr.vigie.platform.Page;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.Show;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** /accesslog/answer.xhtml: how far a run is, then what the logs answered. */
@Named
@RequestScoped
public class AccesslogAnswerPage {
  private static final int SIZE = 50;

  @Inject @Param String ref;

  @Inject
  @Param(name = "run")
  Long runId;

  /** Sittings of one verdict only. */
  @Inject @Param String only;

  /** The first sitting shown. */
  @Inject @Param Integer first;

  /** The day whose hours are looked at, yyyy-MM-dd. */
  @Inject @Param String day;

  @Inject Answering answering;
  @Inject Asking asking;
  @Inject Verdicts verdicts;
  @Inject Show show;
  @Inject Messages messages;

  private AccessRun run;
  private Answering.Answer answer;
  private Answering.Newer newer;
  private List<AnswerBars.Bar> bars;
  private Map<String, SittingVerdict> said;
  private Verdict verdict;
  private String reason;

  public AccessRun getRun() {
    if (run == null) {
      run = answering.run(ref, runId);
    }
    return run;
  }

  public Answering.Answer getAnswer() {
    if (answer == null) {
      answer = answering.answer(ref, runId);
    }
    return answer;
  }

  private Answering.Newer newer() {
    if (newer == null) {
      newer = answering.newer(ref, runId);
    }
    return newer;
  }

  public String getLeftOut() {
    return LogNews.leftOut(newer().leftOut(), show);
  }

  /** Sources that kept their lines for less than the question looks back. */
  public List<String> getErased() {
    Instant from = getRun().getQuestion().question().begin();
    return LogNews.erased(newer().sources(), from, getRun().getAskedAt(), getZone(), show);
  }

  public String getSince() {
    return getRun().isDone() ? LogNews.since(newer().since(), show) : "";
  }

  public String getSentence() {
    return answering.sentence(ref, runId, show.locale());
  }

  public String again() {
    AccessRun other = asking.again(ref, runId);
    messages.done("accesslog.done.asked", other.getQuestion().getNumber());
    return "/accesslog/answer.xhtml?faces-redirect=true&ref=" + ref + "&run=" + other.getId();
  }

  public String cancel() {
    asking.cancel(ref, runId);
    messages.done("accesslog.done.cancelled");
    return "/accesslog/logs.xhtml?faces-redirect=true&ref=" + ref;
  }

  /** On to the same sittings: the next are decided there, too. */
  public void decide() {
    List<Long> chosen = ticked();
    if (chosen.isEmpty()) {
      throw RefusedException.at("verdict", "accesslog.refused.noSitting");
    }
    messages.done("accesslog.done.decided", verdicts.decide(ref, runId, chosen, verdict, reason));
    String shown = getOnly() == null ? "" : "&only=" + getOnly();
    Faces.redirect(
        "accesslog/answer.xhtml?ref=%s&run=%s" + shown + "&first=%s#sitting-list",
        ref,
        runId,
        first == null ? 0 : first);
  }

  /** Null: all. */
  public Verdict getOnly() {
    return Arrays.stream(Verdict.values())
        .filter(v -> v.name().equals(only))
        .findFirst()
        .orElse(null);
  }

  public long sittings(Verdict of) {
    return getAnswer().sittings().stream().filter(s -> s.getVerdict() == of).count();
  }

  private List<AccessSitting> wanted() {
    return getAnswer().sittings().stream()
        .filter(s -> getOnly() == null || s.getVerdict() == getOnly())
        .toList();
  }

  /** Those of one page of the list. */
  public Page<AccessSitting> getSittings() {
    List<AccessSitting> wanted = wanted();
    int from = getFirst();
    return new Page<>(wanted.subList(from, Math.min(wanted.size(), from + SIZE)), wanted.size());
  }

  /** On the last page at most: decisions empty a list of what is to decide. */
  public int getFirst() {
    int last = Math.max(0, wanted().size() - 1) / SIZE * SIZE;
    return first == null ? 0 : Math.max(0, Math.min(first, last));
  }

  public int getSize() {
    return SIZE;
  }

  /** The day whose hours are looked at; null: the whole time. */
  public LocalDate getDay() {
    try {
      return day == null ? null : LocalDate.parse(day);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  public List<AnswerBars.Bar> getBars() {
    if (bars == null) {
      bars = AnswerBars.of(getAnswer().hours(), getDay(), getZone());
    }
    return bars;
  }

  public String when(AnswerBars.Bar bar) {
    if (bar.day() != null) {
      return show.day(bar.day().toString());
    }
    String hour = show.near(bar.from(), getZone());
    String season = AnswerBars.season(bar.from(), getZone());
    return season.isEmpty() ? hour : show.text("accesslog.hours." + season, hour);
  }

  public boolean isByDay() {
    return !getBars().isEmpty() && getBars().get(0).day() != null;
  }

  private static List<Long> ticked() {
    return sent().map(id -> Ids.parse("AccessSitting", id)).toList();
  }

  private static Stream<String> sent() {
    String[] ids =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .get("sitting");
    return ids == null ? Stream.empty() : Arrays.stream(ids);
  }

  /** As it was sent, so that a refusal loses no tick. */
  public boolean isTicked(AccessSitting sitting) {
    return sent().anyMatch(sitting.getId().toString()::equals);
  }

  /** By what the question says that a sitting was the intruder's; empty when it does not. */
  public String why(AccessSitting sitting) {
    return sitting.signs(getAnswer().question()).stream()
        .map(sign -> show.text("accesslog.sitting.sign." + sign))
        .collect(Collectors.joining(", "));
  }

  /** What was last decided about a sitting; null: nothing. */
  public SittingVerdict said(AccessSitting sitting) {
    if (said == null) {
      said = new HashMap<>();
      verdicts.of(ref).forEach(one -> said.put(one.getKey(), one));
    }
    return said.get(sitting.getKey());
  }

  public String shape(AccessSitting sitting) {
    return switch (sitting.getVerdict()) {
      case HOSTILE -> "failed";
      case LEGITIMATE -> "done";
      case UNDECIDED -> "open";
    };
  }

  /** Most accesses of a bar, for the length of the others. */
  public long getMost() {
    return getBars().stream().mapToLong(AnswerBars.Bar::total).max().orElse(1);
  }

  /** Minutes left, rounded up; null while that cannot be said. */
  public Long getMinutesLeft() {
    Duration left = getRun().getJob().left(show.getNow());
    return left == null ? null : (left.toSeconds() + 59) / 60;
  }

  /** What the highest number rests on. */
  public String most(AnswerPart part) {
    long more = getAnswer().searchRows();
    String doubts = doubts();
    Long most = part.persons().max().orElse(null);
    if (doubts.isEmpty()) {
      return show.text(
          "accesslog.parts.why." + (isCapped(part, more) ? "capped" : "named"), most, more);
    }
    return part.persons().isOpen()
        ? show.text("accesslog.parts.why.open", doubts)
        : show.text("accesslog.parts.why.reach", most, doubts);
  }

  /** Those there are. */
  private String doubts() {
    Answering.Answer all = getAnswer();
    return Stream.of(
            doubt("searches", all.searchesUnknown()),
            doubt("gaps", all.silences().size()),
            doubt("unread", all.unread()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String doubt(String what, long many) {
    return many == 0 ? "" : show.text("accesslog.parts.doubt." + what, many);
  }

  private static boolean isCapped(AnswerPart part, long more) {
    return part.reach() != null
        && part.persons().max().filter(part.reach()::equals).isPresent()
        && part.persons().likely().orElse(0L) + more > part.reach();
  }

  public String owner(AnswerPart part) {
    return part.organisation() == null ? part.domain() : part.organisation().getName();
  }

  public Evidenced[] getLevels() {
    return Evidenced.values();
  }

  public Verdict[] getChoices() {
    return Verdict.values();
  }

  public ZoneId getZone() {
    return getRun().getIncident().zone();
  }

  public String getRef() {
    return ref;
  }

  public Long getRunId() {
    return runId;
  }

  public Verdict getVerdict() {
    return verdict;
  }

  public void setVerdict(Verdict verdict) {
    this.verdict = verdict;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
