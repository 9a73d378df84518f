package fr.vigie.incident.rest;

import fr.vigie.incident.AvailabilityLoss;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.ConfidentialityLoss;
import fr.vigie.incident.DataContext;
import fr.vigie.incident.EaseOfIdentification;
import fr.vigie.incident.IntegrityLoss;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.SeverityAssessment;
import fr.vigie.incident.SeverityInputs;
import fr.vigie.incident.SeverityLevel;
import fr.vigie.incident.SeverityScoring;
import fr.vigie.platform.Ids;
import fr.vigie.platform.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How severe the breach is for one controller (ENISA 2013), version after version. */
@Path("/incidents/{ref}/controllers/{id}/severity")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Controllers")
public class SeverityResource {
  @Inject CaseFile files;
  @Inject SeverityScoring scoring;

  @PathParam("ref")
  String ref;

  @PathParam("id")
  String id;

  /**
   * SeverityAnswers to the method's questions.
   *
   * @param adjustment whole points added to the base of the data's category
   * @param decision needed when the result is on a border
   */
  public record SeverityAnswers(
      DataContext context,
      Integer adjustment,
      EaseOfIdentification identification,
      ConfidentialityLoss confidentiality,
      IntegrityLoss integrity,
      AvailabilityLoss availability,
      Boolean malicious,
      Boolean unintelligible,
      String reasons,
      String decision) {
    SeverityInputs inputs() {
      return new SeverityInputs(
          Bodies.given("context", context),
          Bodies.given("adjustment", adjustment),
          Bodies.given("identification", identification),
          Bodies.given("confidentiality", confidentiality),
          Bodies.given("integrity", integrity),
          Bodies.given("availability", availability),
          Bodies.given("malicious", malicious),
          Bodies.given("unintelligible", unintelligible));
    }
  }

  /** One version of the score. */
  public record SeverityScoreView(
      int number,
      BigDecimal value,
      SeverityLevel level,
      boolean borderline,
      String reasons,
      String decision,
      String author,
      Instant assessedAt) {
    static SeverityScoreView of(SeverityAssessment version) {
      return new SeverityScoreView(
          version.getNumber(),
          version.getValue(),
          version.getLevel(),
          version.isBorderline(),
          version.getReasons(),
          version.getDecision(),
          version.getAuthor(),
          version.getAssessedAt());
    }
  }

  @GET
  @Operation(summary = "Lists the scores of a controller, newest first.")
  public List<SeverityScoreView> history() {
    return scoring.history(part()).stream().map(SeverityScoreView::of).toList();
  }

  @POST
  @Operation(summary = "Scores a controller's severity; the newest version counts.")
  public SeverityScoreView score(SeverityAnswers answers) {
    return SeverityScoreView.of(
        scoring.score(
            part(),
            answers.inputs(),
            Bodies.text(answers.reasons()),
            Bodies.text(answers.decision())));
  }

  private Long part() {
    Involvement part = files.involvement(Ids.parse("Involvement", id));
    if (!part.getIncident().getReference().equals(ref)) {
      throw new NotFoundException("Involvement", id);
    }
    return part.getId();
  }
}
