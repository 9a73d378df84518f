package fr.vigie.incident;

import fr.vigie.platform.RefusedException;

/**
 * For whom something is written on a case: the region's team and who leads the case (always), and
 * beside them every controller of the case, one controller, or nobody. Written {@code team}, {@code
 * all} or {@code organisation:1}. See docs/adr/008.
 */
public record Audience(boolean everybody, Long organisationId) {
  private static final String ONE = "organisation:";

  /** The region's team only: the rule when nothing is said. */
  public static final Audience TEAM = new Audience(false, null);

  /** All who see the case, in whatever part of it. */
  public static final Audience EVERYBODY = new Audience(true, null);

  public static Audience controller(Long organisationId) {
    return new Audience(false, organisationId);
  }

  /**
   * Reads the written form; empty is the team.
   *
   * @throws RefusedException at the field {@code audience} when it is not one
   */
  public static Audience parse(String written) {
    if (written == null || written.isBlank() || written.equals(TEAM.written())) {
      return TEAM;
    }
    if (written.equals(EVERYBODY.written())) {
      return EVERYBODY;
    }
    if (!written.matches(ONE + "[0-9]{1,18}")) {
      throw unknown();
    }
    return controller(Long.valueOf(written.substring(ONE.length())));
  }

  static RefusedException unknown() {
    return RefusedException.at("audience", "incident.refused.unknownAudience");
  }

  public String written() {
    if (everybody) {
      return "all";
    }
    return organisationId == null ? "team" : ONE + organisationId;
  }
}
