package fr.vigie.incident.web;

import fr.vigie.identity.CurrentCaller;
import fr.vigie.incident.Audiences;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Evidence;
import fr.vigie.incident.EvidenceFile;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Tlp;
import fr.vigie.platform.Permission;
import fr.vigie.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The evidence tab of the case page: what is sealed, and attaching more. */
@Named
@RequestScoped
public class IncidentEvidenceTab {
  private static final long MEBIBYTE = 1024L * 1024;

  @Inject Evidence evidence;
  @Inject CaseFile cases;
  @Inject Messages messages;
  @Inject CurrentCaller caller;

  @Inject @Param String ref;

  private Incident incident;
  private AudienceInput audience;
  private boolean whole;
  private List<EvidenceFile> all;
  private List<Part> files;
  private String description;
  private Tlp tlp;

  @PostConstruct
  void open() {
    incident = cases.get(ref);
    Audiences.Choices choices = cases.audiences(ref);
    whole = choices.whole();
    audience = AudienceInput.partsOf(choices);
    tlp = incident.getTlp();
  }

  public List<EvidenceFile> getAll() {
    if (all == null) {
      all = evidence.list(ref);
    }
    return all;
  }

  /** Why the list is empty for this reader: only who may attach a piece is asked to. */
  public String getNothingKey() {
    if (!whole) {
      return "evidence.noneShown";
    }
    return caller.get().may(Permission.EVIDENCE_ADD) ? "evidence.none" : "evidence.noneAtAll";
  }

  public long getLimit() {
    return evidence.limit() / MEBIBYTE;
  }

  /** Seals one after the other: what came before a refusal stays, and is listed. */
  public String attach() throws IOException {
    for (Part file : files) {
      try (InputStream content = file.getInputStream()) {
        evidence.add(
            ref, file.getSubmittedFileName(), content, description, tlp, audience.audience());
      }
      all = null;
    }
    messages.done("incident.done.evidenceSealed", files.size());
    return "/incident/detail.xhtml?faces-redirect=true&ref=" + ref + "&tab=evidence";
  }

  public AudienceInput getAudience() {
    return audience;
  }

  public Incident getIncident() {
    return incident;
  }

  public List<Part> getFiles() {
    return files;
  }

  public void setFiles(List<Part> files) {
    this.files = files;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public Tlp getTlp() {
    return tlp;
  }

  public void setTlp(Tlp tlp) {
    this.tlp = tlp;
  }
}
