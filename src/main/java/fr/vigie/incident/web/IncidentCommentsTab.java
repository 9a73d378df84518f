package fr.vigie.incident.web;

import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Comment;
import fr.vigie.incident.Comments;
import fr.vigie.incident.Incident;
import fr.vigie.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** Comments beside a case; a card for another tab to include. */
@Named
@RequestScoped
public class IncidentCommentsTab {
  @Inject Comments comments;
  @Inject CaseFile cases;
  @Inject Messages messages;

  @Inject @Param String ref;
  @Inject @Param String tab;

  private Incident incident;
  private AudienceInput audience;
  private List<Comment> all;
  private String text;

  @PostConstruct
  void open() {
    incident = cases.get(ref);
    audience = AudienceInput.of(cases.audiences(ref));
  }

  public List<Comment> getAll() {
    if (all == null) {
      all = comments.list(ref);
    }
    return all;
  }

  public String write() {
    comments.write(ref, text, audience.audience());
    messages.done("incident.done.commented");
    return "/incident/detail.xhtml?faces-redirect=true&ref="
        + ref
        + ("journal".equals(tab) ? "&tab=journal" : "");
  }

  public AudienceInput getAudience() {
    return audience;
  }

  public Incident getIncident() {
    return incident;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
