package fr.vigie.investigation.web;

import fr.vigie.identity.People;
import fr.vigie.investigation.DoubtSettling;
import fr.vigie.investigation.PersonPair;
import fr.vigie.investigation.PersonVerdict;
import fr.vigie.investigation.PersonsDisclosure.Disclosed;
import fr.vigie.investigation.ScopeFile;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.Show;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;

/**
 * Rows that may be about the same person, pair by pair. Each pair carries the ids that were shown,
 * so that a list that changed meanwhile decides about nobody else.
 */
@Named
@RequestScoped
public class InvestigationDoubtsPage {
  private static final int SIZE = 10;

  @Inject @Param String ref;
  @Inject @Param Long involvement;
  @Inject @Param Integer first;

  @Inject
  @Param(name = "settled")
  boolean settled;

  @Inject DoubtSettling settling;
  @Inject ScopeFile file;
  @Inject People people;
  @Inject Messages messages;
  @Inject Show show;

  private final Map<Integer, String> shown = new HashMap<>();
  private ScopeFile.Part part;
  private Page<PersonPair> pairs;
  private int from;

  @PostConstruct
  void open() {
    if (involvement == null) {
      throw new NotFoundException("Involvement", "");
    }
    from = first == null ? 0 : first;
  }

  public Page<PersonPair> getPairs() {
    if (pairs == null) {
      pairs = page();
      if (pairs.rows().isEmpty() && from > 0) {
        from = 0;
        pairs = page();
      }
    }
    return pairs;
  }

  private Page<PersonPair> page() {
    Page.Request request = new Page.Request(from, SIZE, "", true);
    return settled ? settling.settled(involvement, request) : settling.open(involvement, request);
  }

  /** Ids of the pairs on the page, by their place on it. */
  public Map<Integer, String> getShown() {
    if (shown.isEmpty()) {
      List<PersonPair> rows = getPairs().rows();
      for (int i = 0; i < rows.size(); i++) {
        shown.put(i, settled ? rows.get(i).verdict().getId().toString() : rows.get(i).getKey());
      }
    }
    return shown;
  }

  public String same(int place) {
    return decide(place, PersonVerdict.Verdict.SAME);
  }

  public String two(int place) {
    return decide(place, PersonVerdict.Verdict.TWO);
  }

  private String decide(int place, PersonVerdict.Verdict verdict) {
    String[] ids = shown.get(place).split("-");
    var version = settling.decide(involvement, Long.valueOf(ids[0]), Long.valueOf(ids[1]), verdict);
    return done("investigation.done." + verdict, version.getFigures().getCandidates());
  }

  public String takeBack(int place) {
    var version = settling.takeBack(involvement, Long.valueOf(shown.get(place)));
    return done("investigation.done.takenBack", version.getFigures().getCandidates());
  }

  /** The other pairs are two persons each, without a look. */
  public String leaveRest() {
    var version = settling.leaveRest(involvement);
    return done("investigation.done.rest", version.getFigures().getCandidates());
  }

  private String done(String key, long left) {
    messages.done(key, left);
    return "/investigation/doubts.xhtml?faces-redirect=true&ref="
        + ref
        + "&involvement="
        + involvement
        + "&first="
        + from
        + (settled ? "&settled=true" : "");
  }

  public ScopeFile.Part getPart() {
    if (part == null) {
      part = file.part(involvement);
    }
    return part;
  }

  /** Verdicts are given and taken back on a draft only. */
  public boolean isOpen() {
    return getPart().getCurrent().getState().name().equals("DRAFT");
  }

  /** Line and file that one side of a pair came from. */
  public String line(Disclosed side) {
    if (side == null) {
      return "–";
    }
    long line = side.row().getLineNumber();
    return getPart().uploads().stream()
        .filter(upload -> upload.getId().equals(side.row().getUploadId()))
        .findFirst()
        .map(upload -> show.text("investigation.doubts.lineOf", line, upload.getFileName()))
        .orElseGet(() -> show.text("investigation.doubts.line", line));
  }

  public String author(PersonPair pair) {
    Long id = pair.verdict().getDecidedBy();
    return people.names(List.of(id)).getOrDefault(id, id.toString());
  }

  public ZoneId getZone() {
    return getPart().involvement().getIncident().zone();
  }

  public boolean isSettled() {
    return settled;
  }

  public int getFirst() {
    return from;
  }

  public int getSize() {
    return SIZE;
  }

  public String getRef() {
    return ref;
  }

  public Long getInvolvement() {
    return involvement;
  }
}
