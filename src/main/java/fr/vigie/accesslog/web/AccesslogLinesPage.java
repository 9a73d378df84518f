package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessHit;
import fr.vigie.accesslog.AccessRun;
import fr.vigie.accesslog.AnswerRepository.Counted;
import fr.vigie.accesslog.AnswerRepository.Wanted;
import fr.vigie.accesslog.Answering;
import fr.vigie.accesslog.Evidenced;
import fr.vigie.accesslog.Verdict;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;

/**
 * /accesslog/lines.xhtml: the lines behind a number, each with its file, its place and its hash.
 */
@Named
@RequestScoped
public class AccesslogLinesPage {
  private static final int SIZE = 50;

  @Inject @Param String ref;

  @Inject
  @Param(name = "run")
  Long runId;

  @Inject @Param Integer first;
  @Inject @Param Long sitting;
  @Inject @Param Long controller;
  @Inject @Param String domain;
  @Inject @Param String level;
  @Inject @Param String verdict;
  @Inject @Param String blind;
  @Inject @Param String counted;
  @Inject @Param String from;
  @Inject @Param String until;

  /** Asks for the lines' own words, which name patients. */
  @Inject @Param String words;

  @Inject Answering answering;

  private AccessRun run;
  private Page<AccessHit> hits;
  private Map<Long, Answering.Line> texts;

  @PostConstruct
  void open() {
    if (runId == null) {
      throw new NotFoundException("AccessRun", "");
    }
  }

  public AccessRun getRun() {
    if (run == null) {
      run = answering.run(ref, runId);
    }
    return run;
  }

  public Page<AccessHit> getHits() {
    if (hits == null) {
      hits = answering.hits(ref, runId, wanted(), new Page.Request(getFirst(), SIZE, "", true));
    }
    return hits;
  }

  private Wanted wanted() {
    return new Wanted(
        sitting,
        controller,
        controller == null ? domain : null,
        one(Evidenced.values(), level),
        one(Verdict.values(), verdict),
        blind != null,
        instant(from),
        instant(until),
        one(Counted.values(), counted));
  }

  /** How many persons of a number these lines name; zero when no number was asked for. */
  public long getPersons() {
    return answering.persons(ref, runId, wanted());
  }

  private static <E extends Enum<E>> E one(E[] values, String name) {
    return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
  }

  private static Instant instant(String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /**
   * The line in its own words and whether its hash holds; null when the words were not asked for.
   */
  public Answering.Line line(AccessHit hit) {
    if (texts == null) {
      texts = new HashMap<>();
      if (isWorded()) {
        List<Long> ids = getHits().rows().stream().map(AccessHit::getId).toList();
        answering.texts(ref, runId, ids).forEach(line -> texts.put(line.hit().getId(), line));
      }
    }
    return texts.get(hit.getId());
  }

  public boolean isWorded() {
    return words != null;
  }

  public ZoneId getZone() {
    return getRun().getIncident().zone();
  }

  public int getFirst() {
    return first == null ? 0 : first;
  }

  public int getSize() {
    return SIZE;
  }

  public String getRef() {
    return ref;
  }

  public Long getRunId() {
    return runId;
  }

  public Long getSitting() {
    return sitting;
  }

  public Long getController() {
    return controller;
  }

  public String getDomain() {
    return domain;
  }

  public String getLevel() {
    return level;
  }

  public String getVerdict() {
    return verdict;
  }

  public String getBlind() {
    return blind;
  }

  public String getCounted() {
    return counted;
  }

  public String getFrom() {
    return from;
  }

  public String getUntil() {
    return until;
  }
}
