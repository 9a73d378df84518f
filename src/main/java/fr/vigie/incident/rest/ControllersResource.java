package fr.vigie.incident.rest;

import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Controllers;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Moment;
import fr.vigie.platform.Ids;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.rest.Approval;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The organisations of a case: awareness and risk are proposed by one, approved by another. */
@Path("/incidents/{ref}/controllers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Controllers")
public class ControllersResource {
  @Inject CaseFile files;
  @Inject Controllers controllers;
  @Inject Clock clock;

  @PathParam("ref")
  String ref;

  /** An organisation to add, and what it is for the data. */
  public record NewController(String organisation, Involvement.Role role) {}

  /** When the controller became aware, and why this time. */
  public record AwarenessProposal(
      @Schema(format = "date-time") String aware, String justification) {}

  /** Numbers and categories; what is left out stays. */
  public record Numbers(CountView persons, CountView records, String dataCategories) {}

  /** A level and its reasons. */
  public record RiskProposal(Involvement.Risk risk, String reason) {}

  /** Why a controller's data are not breached. */
  public record NoBreach(String reason) {}

  /** Why an organisation is not concerned after all. */
  public record Withdrawal(String reason) {}

  /** When the processor told the controller. */
  public record Informed(MomentView at) {}

  @GET
  @Operation(summary = "Lists the organisations of a case.")
  public List<InvolvementView> all() {
    return files.involvements(ref).stream().map(InvolvementView::of).toList();
  }

  @POST
  @Operation(summary = "Adds an organisation to a case.")
  public InvolvementView involve(NewController wanted) {
    Long organisation = Ids.parse("Organisation", wanted.organisation());
    return InvolvementView.of(
        controllers.involve(ref, organisation, Bodies.given("role", wanted.role())));
  }

  @GET
  @Path("/{id}/awareness")
  @Operation(summary = "Lists when a controller is said to have become aware, newest first.")
  public List<AwarenessView> awareness(@PathParam("id") String id) {
    return files.awarenessHistory(part(id).getId()).stream().map(AwarenessView::of).toList();
  }

  @POST
  @Path("/{id}/awareness")
  @Operation(summary = "Proposes when a controller became aware.")
  public InvolvementView propose(@PathParam("id") String id, AwarenessProposal proposal) {
    Involvement part = part(id);
    Moment aware =
        Moment.known(MomentView.instant("aware", proposal.aware()), part.getIncident().zone());
    controllers.proposeAwareness(part.getId(), aware, Bodies.text(proposal.justification()));
    return view(id);
  }

  @POST
  @Path("/{id}/awareness/approval")
  @Operation(summary = "Approves the awareness that another person proposed; the clock starts.")
  public InvolvementView approve(@PathParam("id") String id, Approval approval) {
    controllers.approveAwareness(part(id).getId(), approval.read());
    return view(id);
  }

  @POST
  @Path("/{id}/numbers")
  @Operation(summary = "Says how many persons and records are concerned.")
  public InvolvementView count(@PathParam("id") String id, Numbers numbers) {
    Involvement part = part(id);
    controllers.count(
        part.getId(),
        CountView.read("persons", numbers.persons(), part.getPersons(), clock.instant()),
        CountView.read("records", numbers.records(), part.getRecords(), clock.instant()),
        numbers.dataCategories() == null ? part.getDataCategories() : numbers.dataCategories());
    return view(id);
  }

  @POST
  @Path("/{id}/risk")
  @Operation(summary = "Proposes the risk to persons.")
  public InvolvementView proposeRisk(@PathParam("id") String id, RiskProposal proposal) {
    controllers.proposeRisk(
        part(id).getId(), Bodies.given("risk", proposal.risk()), Bodies.text(proposal.reason()));
    return view(id);
  }

  @POST
  @Path("/{id}/risk/approval")
  @Operation(summary = "Approves the risk that another person proposed.")
  public InvolvementView approveRisk(@PathParam("id") String id, Approval approval) {
    controllers.approveRisk(part(id).getId(), approval.read());
    return view(id);
  }

  @POST
  @Path("/{id}/informed")
  @Operation(summary = "Records when the processor told a controller.")
  public InvolvementView informed(@PathParam("id") String id, Informed told) {
    Involvement part = part(id);
    controllers.informed(part.getId(), MomentView.read("at", told.at(), part.getIncident().zone()));
    return view(id);
  }

  @POST
  @Path("/{id}/no-breach")
  @Operation(summary = "Proposes that the data of a controller are not breached.")
  public InvolvementView proposeNoBreach(@PathParam("id") String id, NoBreach why) {
    controllers.proposeNoBreach(part(id).getId(), Bodies.text(why.reason()));
    return view(id);
  }

  @POST
  @Path("/{id}/no-breach/approval")
  @Operation(summary = "Approves, when another person proposed it, that data are not breached.")
  public InvolvementView approveNoBreach(@PathParam("id") String id, Approval approval) {
    controllers.approveNoBreach(part(id).getId(), approval.read());
    return view(id);
  }

  @POST
  @Path("/{id}/withdrawal")
  @Operation(summary = "Takes an organisation added by mistake out of a case; lists those left.")
  public List<InvolvementView> withdraw(@PathParam("id") String id, Withdrawal why) {
    controllers.withdraw(part(id).getId(), Bodies.text(why.reason()));
    return all();
  }

  private InvolvementView view(String id) {
    return InvolvementView.of(part(id));
  }

  /** A part of this case, not of another. */
  private Involvement part(String id) {
    Involvement part = files.involvement(Ids.parse("Involvement", id));
    if (!part.getIncident().getReference().equals(ref)) {
      throw new NotFoundException("Involvement", id);
    }
    return part;
  }
}
