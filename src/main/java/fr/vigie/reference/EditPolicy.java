package fr.vigie.reference;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.RowScope;

/** Whose rows may be edited: a regional role edits its region, a national one everything. */
final class EditPolicy {
  static final String REFUSAL = "reference.refused.notYourRegion";

  private EditPolicy() {}

  /** Whether rows of a region (null: national rows) are the caller's to edit. */
  static boolean allows(RowScope scope, String regionCode) {
    return scope.everywhere() || (regionCode != null && scope.regions().contains(regionCode));
  }

  static void check(RowScope scope, String regionCode) {
    if (!allows(scope, regionCode)) {
      throw RefusedException.at("region", REFUSAL);
    }
  }
}
