package fr.vigie.dashboard.rest;

import fr.vigie.dashboard.NationalTable;
import fr.vigie.dashboard.RegionFigures;
import fr.vigie.investigation.DistinctPersons;
import fr.vigie.investigation.SharedPersons;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The national table, for programs of the national coordination. */
@Path("/national")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "National table")
public class NationalResource {
  @Inject NationalTable table;
  @Inject SharedPersons shared;

  @GET
  @Path("/regions")
  @Operation(summary = "Counts by region; small numbers of persons are hidden.")
  public List<RegionFigures> regions() {
    return table.byRegion();
  }

  @GET
  @Path("/persons")
  @Operation(summary = "Counts records and distinct persons of all frozen lists, in full fives.")
  public DistinctPersons persons() {
    return shared.national();
  }
}
