package fr.vigie.investigation.web;

import fr.vigie.investigation.DistinctPersons;
import fr.vigie.investigation.ScopeFile;
import fr.vigie.investigation.ScopeFile.Part;
import fr.vigie.investigation.ScopeFreezing;
import fr.vigie.investigation.ScopeVersion;
import fr.vigie.investigation.SharedPersons;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.Show;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The scope tab of a case: the controllers' lists, and the acts on the one chosen. */
@Named
@RequestScoped
public class IncidentScopeTab {
  @Inject @Param String ref;
  @Inject @Param Long involvement;
  @Inject ScopeFile file;
  @Inject ScopeFreezing freezing;
  @Inject SharedPersons shared;
  @Inject Messages messages;
  @Inject Show show;

  private List<Part> parts;
  private SharedPersons.Overlap numbers;
  private DistinctPersons distinct;
  private String method;
  private String residual;
  private Long unlisted;
  private String note;
  private String seen;

  public List<Part> getParts() {
    if (parts == null) {
      parts = file.parts(ref);
    }
    return parts;
  }

  /** The controller asked for; the only one when there is one; else none. */
  public Part getChosen() {
    return getParts().stream()
        .filter(p -> p.involvement().getId().equals(involvement))
        .findFirst()
        .orElse(getParts().size() == 1 ? getParts().get(0) : null);
  }

  public ScopeVersion getCurrent() {
    return getChosen().getCurrent();
  }

  /** How many persons of the chosen list stand in others, too. */
  public SharedPersons.Overlap getNumbers() {
    if (numbers == null) {
      numbers = shared.numbers(chosenId());
    }
    return numbers;
  }

  /** Records and persons of the lists in force that the caller sees. */
  public DistinctPersons getDistinct() {
    if (distinct == null) {
      distinct = shared.distinct(ref);
    }
    return distinct;
  }

  /** Whether pairs wait for a verdict, or verdicts were given that can still be taken back. */
  public boolean isDoubted() {
    return getCurrent().getFigures().getCandidates() > 0
        || getCurrent().getState() == ScopeVersion.State.DRAFT;
  }

  /** Who proposed the list or imported into it does not freeze it. */
  public boolean isOfHand() {
    return file.isOfHand(chosenId());
  }

  /** The version as it was when the page was shown. */
  public String getSeen() {
    return seen == null ? getCurrent().seen() : seen;
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }

  public String propose() {
    freezing.propose(chosenId(), method, residual, unlisted);
    return done("investigation.done.proposed");
  }

  public String approve() {
    freezing.approve(chosenId(), seen);
    return done("investigation.done.frozen");
  }

  public String sendBack() {
    freezing.sendBack(chosenId());
    return done("investigation.done.sentBack");
  }

  public String complementHandled() {
    freezing.complementHandled(chosenId(), note);
    return done("investigation.done.complement");
  }

  private Long chosenId() {
    return getChosen().involvement().getId();
  }

  private String done(String key) {
    messages.done(key, getChosen().involvement().getOrganisation().getName());
    return "/incident/detail.xhtml?faces-redirect=true&tab=scope&ref="
        + ref
        + "&involvement="
        + chosenId();
  }

  public String getRef() {
    return ref;
  }

  public String getMethod() {
    ScopeVersion current = method == null ? getCurrent() : null;
    return current == null ? method : current.getMethod() == null ? byLogs() : current.getMethod();
  }

  /** What is proposed to be said of the method; null when the logs did not name the persons. */
  private String byLogs() {
    return file.byLogs(chosenId(), show.locale())
        .map(it -> show.text("investigation.propose.byLogs", it.sentence(), it.digest()))
        .orElse(null);
  }

  public void setMethod(String method) {
    this.method = method;
  }

  public String getResidual() {
    ScopeVersion current = residual == null ? getCurrent() : null;
    return current == null ? residual : current.getResidualUnknown();
  }

  public void setResidual(String residual) {
    this.residual = residual;
  }

  public Long getUnlisted() {
    return unlisted;
  }

  public void setUnlisted(Long unlisted) {
    this.unlisted = unlisted;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
