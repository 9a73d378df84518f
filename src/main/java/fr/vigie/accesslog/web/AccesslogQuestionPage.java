package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessRun;
import fr.vigie.accesslog.AccessSource;
import fr.vigie.accesslog.Asking;
import fr.vigie.accesslog.Question;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Incident;
import fr.vigie.platform.web.Messages;
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
import org.omnifaces.cdi.Param;

/** /accesslog/question.xhtml: what is asked of the logs, beginning with what was asked last. */
@Named
@ViewScoped
public class AccesslogQuestionPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject @Param String ref;
  @Inject Asking asking;
  @Inject CaseFile cases;
  @Inject Messages messages;

  private transient Asking.Ground ground;
  private transient Incident incident;
  private String[] accounts = {};
  private String[] whole = {};
  private String[] sources = {};
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
    accounts =
        getGround().accounts().stream().map(a -> a.getId().toString()).toArray(String[]::new);
    sources = getGround().sources().stream().map(s -> s.getId().toString()).toArray(String[]::new);
    from = TimeInput.of("from", getIncident().getOccurredFrom().at().orElse(null), getZone());
    until = TimeInput.of("until", getIncident().getOccurredTo().at().orElse(null), getZone());
  }

  private void show(Question asked) {
    accounts = asked.accounts().stream().map(a -> String.valueOf(a.id())).toArray(String[]::new);
    whole =
        asked.accounts().stream()
            .filter(Question.HostileAccount::whole)
            .map(a -> String.valueOf(a.id()))
            .toArray(String[]::new);
    sources = asked.sources().stream().map(String::valueOf).toArray(String[]::new);
    from = TimeInput.of("from", asked.windows().get(0).from(), getZone());
    until =
        TimeInput.of("until", asked.windows().get(asked.windows().size() - 1).until(), getZone());
    addresses = String.join("\n", asked.addresses());
    sessions = String.join("\n", asked.sessions());
    agents = String.join("\n", asked.agents());
  }

  public String ask() {
    Instant begin = from.instant(getZone());
    Instant end = until.instant(getZone());
    List<Question.HostileAccount> hostile = new ArrayList<>();
    for (CompromisedAccount account : getGround().accounts()) {
      String key = account.getId().toString();
      if (Arrays.asList(accounts).contains(key)) {
        hostile.add(
            new Question.HostileAccount(
                account.getId(),
                account.getLogin(),
                account.getRpps(),
                Arrays.asList(whole).contains(key)));
      }
    }
    AccessRun run =
        asking.ask(
            ref,
            new Question(
                hostile,
                windows(begin, end),
                lines(addresses),
                lines(sessions),
                lines(agents),
                last().map(Question::actions).orElse(Set.of()),
                Arrays.stream(sources).map(Long::valueOf).toList()));
    messages.done("accesslog.done.asked", run.getQuestion().getNumber());
    return "/accesslog/answer.xhtml?faces-redirect=true&ref=" + ref + "&run=" + run.getId();
  }

  private Optional<Question> last() {
    return getGround().last().map(asked -> asked.question());
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
      ground = asking.ground(ref);
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
