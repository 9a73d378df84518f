package fr.vigie.it;

import fr.vigie.platform.Permission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what one can tell of a foreign case with what one can tell of no case at all. */
final class Strangers {
  private static final String NOWHERE = "NOR-1999-9999";
  private static final long NOTHING = 1;

  /** Names no case: opening one in the name of one's own organisation is anybody's right. */
  private static final String OPENS_A_CASE = "Reporting.report/";

  /** Name no case either: applications are for the people of whoever runs them. */
  private static final String ON_APPLICATIONS = "LogSources.";

  /** Rights that do not concern cases. */
  private static final Set<Permission> ELSEWHERE =
      EnumSet.of(
          Permission.NOBODY,
          Permission.ANYONE,
          Permission.SIGN_IN,
          Permission.SELF,
          Permission.SYSTEM,
          Permission.USER_ADMIN,
          Permission.USER_GRANT_APPROVE,
          Permission.AUDIT_VERIFY,
          Permission.REFERENCE_READ,
          Permission.REFERENCE_EDIT,
          Permission.DIRECTORY_READ,
          Permission.DIRECTORY_EDIT,
          Permission.PARAMETER_READ,
          Permission.PARAMETER_EDIT,
          Permission.LAW_PROPOSE,
          Permission.LAW_APPROVE,
          Permission.NATIONAL_READ,
          Permission.CAMPAIGN_LINK);

  private Strangers() {}

  static boolean isAboutCases(Permission permission) {
    return !ELSEWHERE.contains(permission);
  }

  /** Acts on what people of a region see there, named on a case or not. */
  static boolean isAboutTheRegion(String act) {
    return act.startsWith(ON_APPLICATIONS);
  }

  /** Same call about nothing that exists. */
  static Guesses nothing() {
    return new Guesses(NOWHERE, NOTHING, Scene.NORMANDY);
  }

  /** What differs, by act: empty when nobody can tell. */
  static Map<String, String> told(Map<String, String> ofNothing, Map<String, String> ofTheCase) {
    Map<String, String> told = new TreeMap<>();
    ofTheCase.forEach(
        (act, outcome) -> {
          if (act.startsWith(OPENS_A_CASE)) {
            return;
          }
          String plain = ofNothing.get(act.replaceFirst(" with .*", ""));
          if (!masked(outcome).equals(masked(plain))) {
            told.put(act, plain + " became " + outcome);
          }
        });
    return told;
  }

  /** Moments and numbers of new rows differ from call to call. */
  private static String masked(String outcome) {
    return outcome
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>")
        .replaceAll("NOR-1999-9999", "<reference>");
  }
}
