package fr.vigie.reference.rest;

import fr.vigie.reference.Directory;
import fr.vigie.reference.Region;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Regions and territories. */
@Path("/regions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
public class RegionsResource {
  @Inject Directory directory;

  /**
   * A region or territory.
   *
   * @param code text: {@code 01} is not 1
   */
  @JsonbPropertyOrder({"code", "name", "isoCode", "referencePrefix", "zone", "hasArs", "territory"})
  public record RegionView(
      String code,
      String name,
      String isoCode,
      String referencePrefix,
      String zone,
      boolean hasArs,
      boolean territory) {
    static RegionView of(Region region) {
      return new RegionView(
          region.getCode(),
          region.getName(),
          region.getIsoCode(),
          region.getReferencePrefix(),
          region.getZoneId(),
          region.isHasArs(),
          region.isTerritory());
    }
  }

  @GET
  @Operation(summary = "Lists regions and territories.")
  public List<RegionView> regions() {
    return directory.regions().stream().map(RegionView::of).toList();
  }
}
