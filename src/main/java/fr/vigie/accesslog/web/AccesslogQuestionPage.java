package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessRun;
import fr.vigie.accesslog.AccessSource;
import fr.vigie.accesslog.Asking;
import fr.vigie.accesslog.Question;
import fr.vigie.accesslog.Question.HostileAccount;
import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.containment.AccountState;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Incident;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.Show;
import fr.vigie.platform.web.TimeInput;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.omnifaces.cdi.Param;

/** /accesslog/question.xhtml: what is asked of the logs, beginning with what was asked last. */
@Named
@ViewScoped
public class AccesslogQuestionPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject @Param String ref;

  /** Whose question is to begin with; null for the one put last. */
  @Inject
  @Param(name = "run")
  Long runId;

  @Inject Asking asking;
  @Inject CaseFile cases;
  @Inject Messages messages;
  @Inject Show show;

  private transient Asking.Ground ground;
  private transient Incident incident;
  private String[] accounts = {};
  private String[] whole = {};
  private String[] sources = {};
  private AccessAction[] actions = {};
  private TimeInput from = new TimeInput("from");
  private TimeInput until = new TimeInput("until");
  private String addresses = "";
  private String sessions = "";
  private String agents = "";

  @PostConstruct
  void open() {
    last().ifPresentOrElse(this::show, this::begin);
  }

  /** All accounts of the case, and the attack window as far as the case knows it. */
  private void begin() {
    accounts = accounts(account -> true);
    sources = sources(source -> true);
    from = TimeInput.of("from", getIncident().getOccurredFrom().at().orElse(null), getZone());
    until = TimeInput.of("until", getIncident().getOccurredTo().at().orElse(null), getZone());
  }

  private void show(Question asked) {
    List<Long> known = asked.accounts().stream().map(HostileAccount::id).toList();
    accounts = accounts(one -> known.contains(one.getId()) || getGround().isNew(one));
    whole =
        asked.accounts().stream()
            .filter(HostileAccount::whole)
            .map(a -> String.valueOf(a.id()))
            .filter(Arrays.asList(accounts)::contains)
            .toArray(String[]::new);
    sources = sources(one -> asked.sources().contains(one.getId()) || getGround().isNew(one));
    actions = asked.actions().toArray(AccessAction[]::new);
    from = TimeInput.of("from", asked.windows().get(0).from(), getZone());
    until =
        TimeInput.of("until", asked.windows().get(asked.windows().size() - 1).until(), getZone());
    addresses = String.join("\n", asked.addresses());
    sessions = String.join("\n", asked.sessions());
    agents = String.join("\n", asked.agents());
  }

  /** Whoever was cleared is looked for only when somebody says so. */
  private String[] accounts(Predicate<CompromisedAccount> wanted) {
    return getGround().accounts().stream()
        .filter(account -> account.getState() != AccountState.CLEARED)
        .filter(wanted)
        .map(account -> account.getId().toString())
        .toArray(String[]::new);
  }

  private String[] sources(Predicate<AccessSource> wanted) {
    return getChoice().stream()
        .filter(wanted)
        .map(source -> source.getId().toString())
        .toArray(String[]::new);
  }

  public String ask() {
    Instant begin = from.instant(getZone());
    Instant end = until.instant(getZone());
    AccessRun run =
        asking.ask(
            ref,
            new Question(
                hostile(),
                windows(begin, end),
                lines(addresses),
                lines(sessions),
                lines(agents),
                Set.copyOf(Arrays.asList(actions)),
                Arrays.stream(sources).map(Long::valueOf).toList()));
    messages.done("accesslog.done.asked", run.getQuestion().getNumber());
    return "/accesslog/answer.xhtml?faces-redirect=true&ref=" + ref + "&run=" + run.getId();
  }

  /** An account wholly in the intruder's hands is looked for, ticked above or not. */
  private List<HostileAccount> hostile() {
    List<String> chosen = Arrays.asList(accounts);
    List<String> handed = Arrays.asList(whole);
    List<HostileAccount> hostile = new ArrayList<>();
    for (CompromisedAccount account : getGround().accounts()) {
      String key = account.getId().toString();
      boolean all = handed.contains(key);
      if (all || chosen.contains(key)) {
        hostile.add(
            new HostileAccount(account.getId(), account.getLogin(), account.getRpps(), all));
      }
    }
    return hostile;
  }

  private Optional<Question> last() {
    return getGround().last().map(run -> run.getQuestion().question());
  }

  /** Those of the question to begin with, when the two fields cannot show them all. */
  public List<Question.Window> getWindows() {
    return last().map(Question::windows).filter(kept -> kept.size() > 1).orElse(List.of());
  }

  /** Who it is, whether cleared, and whether the question to begin with could not name it. */
  public String account(CompromisedAccount one) {
    String cleared =
        one.getState() == AccountState.CLEARED ? ", " + show.text("containment.state.CLEARED") : "";
    String holder = one.getHolder().isEmpty() ? "" : ", " + one.getHolder();
    return one.getLogin() + holder + cleared + added(getGround().isNew(one));
  }

  public String source(AccessSource one) {
    String organisation = " (" + one.getOrganisation().getName() + ")";
    return one.getName() + organisation + added(getGround().isNew(one));
  }

  /** As the period was when the page was opened. */
  public List<String> getErased() {
    Instant begin =
        last().map(Question::begin).orElse(getIncident().getOccurredFrom().at().orElse(null));
    return LogNews.erased(getChoice(), begin, show.getNow(), getZone(), show);
  }

  public String getLeftOut() {
    return LogNews.leftOut(getGround().leftOut(), show);
  }

  private String added(boolean since) {
    return since
        ? ", "
            + show.text(
                "accesslog.question.added",
                getGround().last().map(run -> run.getQuestion().getNumber()).orElse(0))
        : "";
  }

  /** The page shows where the first begins and the last ends: untouched, all stay as they are. */
  private List<Question.Window> windows(Instant begin, Instant end) {
    return last()
        .map(Question::windows)
        .filter(kept -> shown(kept.get(0).from()).equals(begin))
        .filter(kept -> shown(kept.get(kept.size() - 1).until()).equals(end))
        .orElseGet(() -> List.of(new Question.Window(begin, end)));
  }

  private Instant shown(Instant at) {
    return TimeInput.of("from", at, getZone()).instant(getZone());
  }

  private static List<String> lines(String text) {
    return text == null ? List.of() : text.lines().toList();
  }

  public Asking.Ground getGround() {
    if (ground == null) {
      ground = asking.ground(ref, runId);
    }
    return ground;
  }

  public Incident getIncident() {
    if (incident == null) {
      incident = cases.get(ref);
    }
    return incident;
  }

  public ZoneId getZone() {
    return getIncident().zone();
  }

  public List<AccessSource> getChoice() {
    return getGround().sources();
  }

  public String getRef() {
    return ref;
  }

  public String[] getAccounts() {
    return accounts;
  }

  public void setAccounts(String[] accounts) {
    this.accounts = accounts;
  }

  public String[] getWhole() {
    return whole;
  }

  public void setWhole(String[] whole) {
    this.whole = whole;
  }

  public String[] getSources() {
    return sources;
  }

  public void setSources(String[] sources) {
    this.sources = sources;
  }

  public AccessAction[] getActions() {
    return actions;
  }

  public void setActions(AccessAction[] actions) {
    this.actions = actions;
  }

  public AccessAction[] getKinds() {
    return AccessAction.values();
  }

  public TimeInput getFrom() {
    return from;
  }

  public TimeInput getUntil() {
    return until;
  }

  public String getAddresses() {
    return addresses;
  }

  public void setAddresses(String addresses) {
    this.addresses = addresses;
  }

  public String getSessions() {
    return sessions;
  }

  public void setSessions(String sessions) {
    this.sessions = sessions;
  }

  public String getAgents() {
    return agents;
  }

  public void setAgents(String agents) {
    this.agents = agents;
  }
}
