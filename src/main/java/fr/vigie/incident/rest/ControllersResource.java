package fr.vigie.incident.rest;

import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Controllers;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Moment;
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
import java.time.Clock;
import java.util.List;

/** The organisations of a case: awareness and risk are proposed by one, approved by another. */
@Path("/incidents/{ref}/controllers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ControllersResource {
  @Inject CaseFile files;
  @Inject Controllers controllers;
  @Inject Clock clock;

  @PathParam("ref")
  String ref;

  /** An organisation to add, and what it is for the data. */
  public record NewController(String organisation, Involvement.Role role) {}

  /** When the controller became aware, and why this time. */
  public record AwarenessProposal(String aware, String justification) {}

  /** Numbers and categories; what is left out stays. */
  public record Numbers(CountView persons, CountView records, String dataCategories) {}

  /** A level and its reasons. */
  public record RiskProposal(Involvement.Risk risk, String reason) {}

  @GET
  public List<InvolvementView> all() {
    return files.involvements(ref).stream().map(InvolvementView::of).toList();
  }

  @POST
  public InvolvementView involve(NewController wanted) {
    Long organisation = Ids.parse("Organisation", wanted.organisation());
    return InvolvementView.of(
        controllers.involve(ref, organisation, Bodies.given("role", wanted.role())));
  }

  @POST
  @Path("/{id}/awareness")
  public InvolvementView propose(@PathParam("id") String id, AwarenessProposal proposal) {
    Involvement part = part(id);
    Moment aware =
        Moment.known(MomentView.instant("aware", proposal.aware()), part.getIncident().zone());
    controllers.proposeAwareness(part.getId(), aware, Bodies.text(proposal.justification()));
    return view(id);
  }

  @POST
  @Path("/{id}/awareness/approval")
  public InvolvementView approve(@PathParam("id") String id) {
    controllers.approveAwareness(part(id).getId());
    return view(id);
  }

  @POST
  @Path("/{id}/numbers")
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
  public InvolvementView proposeRisk(@PathParam("id") String id, RiskProposal proposal) {
    controllers.proposeRisk(
        part(id).getId(), Bodies.given("risk", proposal.risk()), Bodies.text(proposal.reason()));
    return view(id);
  }

  @POST
  @Path("/{id}/risk/approval")
  public InvolvementView approveRisk(@PathParam("id") String id) {
    controllers.approveRisk(part(id).getId());
    return view(id);
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
