package fr.vigie.incident.web;

import fr.vigie.identity.CurrentCaller;
import fr.vigie.identity.People;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Closing;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentReference;
import fr.vigie.incident.Qualification;
import fr.vigie.incident.Restriction;
import fr.vigie.incident.Workstream;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.cdi.Param;

/** /incident/closing.xhtml: who follows and sees a case, closing, merging and reopening it. */
@Named
@ViewScoped
public class IncidentClosingPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject CaseFile files;
  @Inject Closing closing;
  @Inject Qualification qualification;
  @Inject Restriction restriction;
  @Inject CurrentCaller caller;
  @Inject Messages messages;

  @Inject
  @Param(name = "ref")
  String ref;

  @Inject
  @Param(name = "into")
  String into;

  private Incident incident;
  private List<Workstream.Pending> obstacles;
  private List<Workstream.Pending> left;
  private boolean mine;
  private List<People.Person> around;
  private List<People.Person> named;
  private String note;
  private String reason;
  private Long owner;
  private Long person;

  @PostConstruct
  void begin() {
    incident = files.get(ref);
    obstacles = closing.obstacles(ref);
    left = files.overview(ref).pending().stream().filter(it -> !it.blocksClosing()).toList();
    mine = closing.mayClose(ref);
    around = files.around(ref);
    named = restriction.named(ref);
    owner = incident.getOwnerId();
  }

  /** Whether the whole case is this person's to close. */
  public boolean isMine() {
    return mine;
  }

  public String close() {
    closing.close(ref, text(note));
    return done("/incident/detail", ref, "incident.close.done");
  }

  public String reopen() {
    closing.reopen(ref, text(reason));
    return done("/incident/detail", ref, "incident.reopen.done");
  }

  public String merge() {
    String other = kept();
    closing.mergeInto(ref, other);
    return done("/incident/detail", other, "incident.merge.done", ref);
  }

  /** The case to keep, when it is one that the caller sees. */
  private String kept() {
    String typed = text(into);
    String other = IncidentReference.parse(typed).map(IncidentReference::toString).orElse(typed);
    try {
      return files.get(other).getReference();
    } catch (NotFoundException unseen) {
      throw RefusedException.at("into", "incident.refused.unknownReference", typed);
    }
  }

  public String assign() {
    qualification.assign(ref, owner);
    String name =
        around.stream()
            .filter(known -> owner != null && known.id() == owner)
            .findFirst()
            .map(People.Person::name)
            .orElse("—");
    return done("/incident/closing", ref, "incident.owner.done", name);
  }

  public String restrict() {
    restriction.restrict(ref);
    return done("/incident/closing", ref, "incident.restrict.done");
  }

  public String lift() {
    restriction.lift(ref);
    return done("/incident/closing", ref, "incident.restrict.done");
  }

  public String name() {
    restriction.name(ref, person);
    return done("/incident/closing", ref, "incident.restrict.done");
  }

  public String remove(long userId) {
    restriction.remove(ref, userId);
    return done("/incident/closing", ref, "incident.restrict.done");
  }

  private String done(String page, String reference, String key, Object... arguments) {
    messages.done(key, arguments);
    return page + ".xhtml?faces-redirect=true&ref=" + reference;
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  public boolean isMe(long userId) {
    return caller.get().id() == userId;
  }

  public Incident getIncident() {
    return incident;
  }

  public List<Workstream.Pending> getObstacles() {
    return obstacles;
  }

  /** What is missing and does not stand in the way. */
  public List<Workstream.Pending> getLeft() {
    return left;
  }

  public List<People.Person> getAround() {
    return around;
  }

  public List<People.Person> getNamed() {
    return named;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getInto() {
    return into;
  }

  public void setInto(String into) {
    this.into = into;
  }

  public Long getOwner() {
    return owner;
  }

  public void setOwner(Long owner) {
    this.owner = owner;
  }

  public Long getPerson() {
    return person;
  }

  public void setPerson(Long person) {
    this.person = person;
  }
}
