package fr.vigie.incident.web;

import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Journal;
import fr.vigie.incident.JournalEntry;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** The journal tab: lines newest first, adding one, correcting one by another. */
@Named
@ViewScoped
public class IncidentJournalTab implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject CaseFile files;
  @Inject Journal journal;
  @Inject Messages messages;
  @Inject Clock clock;

  @Inject
  @Param(name = "ref")
  String ref;

  @Inject
  @Param(name = "kind")
  String wantedKind;

  @Inject
  @Param(name = "first")
  String wantedFirst;

  @Inject
  @Param(name = "correct")
  Long corrected;

  private Incident incident;
  private List<JournalEntry> lines;
  private TimeInput when;
  private AudienceInput audience;
  private JournalEntry.Kind kind = JournalEntry.Kind.FACT;
  private String text;

  @PostConstruct
  void begin() {
    incident = files.get(ref);
    lines = journal.read(ref, getFilter(), getFirst());
    audience = AudienceInput.of(files.audiences(ref));
    when = TimeInput.of("when", clock.instant(), incident.zone());
  }

  public String write() {
    journal.write(
        ref,
        kind,
        text == null ? "" : text.strip(),
        when.instant(incident.zone()),
        audience.audience());
    return done();
  }

  public String correct() {
    journal.correct(ref, corrected, text == null ? "" : text.strip());
    return done();
  }

  private String done() {
    messages.done("incident.journal.done");
    return "/incident/detail.xhtml?faces-redirect=true&tab=journal&ref=" + ref;
  }

  /** The line being corrected, or null. */
  public JournalEntry getCorrected() {
    return corrected == null ? null : line(corrected);
  }

  /** A line by its id, when it is on this page. */
  public JournalEntry line(Long id) {
    return byId().get(id);
  }

  private Map<Long, JournalEntry> byId() {
    return lines.stream().collect(Collectors.toMap(JournalEntry::getId, Function.identity()));
  }

  public JournalEntry.Kind getFilter() {
    return Arrays.stream(JournalEntry.Kind.values())
        .filter(known -> known.name().equals(wantedKind))
        .findFirst()
        .orElse(null);
  }

  public int getFirst() {
    return wantedFirst != null && wantedFirst.matches("[0-9]{1,7}")
        ? Integer.parseInt(wantedFirst)
        : 0;
  }

  public boolean isOlder() {
    return lines.size() == Journal.PAGE;
  }

  public int getSize() {
    return Journal.PAGE;
  }

  public Incident getIncident() {
    return incident;
  }

  public List<JournalEntry> getLines() {
    return lines;
  }

  public AudienceInput getAudience() {
    return audience;
  }

  public TimeInput getWhen() {
    return when;
  }

  public JournalEntry.Kind getKind() {
    return kind;
  }

  public void setKind(JournalEntry.Kind kind) {
    this.kind = kind;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
