package fr.vigie.reference.rest;

import fr.vigie.platform.Ids;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.rest.PageView;
import fr.vigie.platform.rest.Paging;
import fr.vigie.reference.Directory;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.OrganisationFilter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Organisations, searched and paged. */
@Path("/organisations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
public class OrganisationsResource {
  @Inject Directory directory;

  @GET
  @Operation(summary = "Searches organisations.")
  public PageView<OrganisationView> find(
      @QueryParam("q") String text,
      @QueryParam("region") String region,
      @QueryParam("type") String type,
      @BeanParam Paging paging) {
    OrganisationFilter filter = new OrganisationFilter(text, region, type(type), null);
    return paging.view(directory.find(filter, paging.request()).map(OrganisationView::of));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Shows an organisation.")
  public OrganisationView get(@PathParam("id") String id) {
    return OrganisationView.of(directory.get(Ids.parse("Organisation", id)));
  }

  private static Organisation.Type type(String name) {
    try {
      return name == null || name.isEmpty() ? null : Organisation.Type.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw RefusedException.at("type", "reference.refused.typeUnknown", name);
    }
  }
}
