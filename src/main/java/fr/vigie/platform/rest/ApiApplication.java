package fr.vigie.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Root of the REST API; resources of the features are found by scanning. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {}
