package fr.vigie.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Root of the REST API; resources of the features are found by scanning. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

  /** The API is described by its OpenAPI document, to who is signed in: no WADL for all. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
