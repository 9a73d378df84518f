package fr.vigie.containment.scim;

import fr.vigie.containment.http.HttpAnswer;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;

/**
 * What the service provider says that it can do (RFC 7643 §5).
 *
 * @param largestPage results that one answer may hold
 */
record ScimConfig(boolean patches, boolean changesPasswords, boolean filters, int largestPage) {
  private static final int USUAL_PAGE = 100;

  /** One that does not tell is taken to do what the RFC expects, and no more. */
  static ScimConfig of(HttpAnswer answer) {
    if (answer.status() == 404 || answer.status() == 501) {
      return new ScimConfig(true, false, true, USUAL_PAGE);
    }
    JsonObject config = answer.done().object();
    return new ScimConfig(
        supports(config, "patch"),
        supports(config, "changePassword"),
        supports(config, "filter"),
        page(config));
  }

  private static boolean supports(JsonObject config, String what) {
    return config.get(what) instanceof JsonObject said && said.getBoolean("supported", false);
  }

  private static int page(JsonObject config) {
    boolean said =
        config.get("filter") instanceof JsonObject filter
            && filter.get("maxResults") instanceof JsonNumber;
    int most = said ? config.getJsonObject("filter").getInt("maxResults") : USUAL_PAGE;
    return Math.max(1, Math.min(most, 200));
  }
}
