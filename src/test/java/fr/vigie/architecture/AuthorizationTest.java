package fr.vigie.architecture;

import static fr.vigie.platform.Permission.*;
import static fr.vigie.platform.Permission.NOTIFICATION_PROOFS;
import static fr.vigie.platform.Permission.NOTIFICATION_READ;
import static fr.vigie.platform.Permission.PERSONS_READ;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import fr.vigie.identity.Role;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what (domain.md §5.3), read from the code as it will run. */
class AuthorizationTest {
  private static final String BASE = "fr.vigie";

  /** All that a person may do who has not signed in. */
  private static final Set<String> OPEN =
      Set.of("SignIn.withPassword", "SignIn.withToken", "SignIn.standing", "SignIn.callerOf");

  private static final Set<Permission> NO_ROLE =
      EnumSet.of(NOBODY, ANYONE, SIGN_IN, SELF, SYSTEM, JOB_BEAT);

  private final JavaClasses classes = OurClasses.get();
  private final House house = new House(BASE, "platform", classes);

  @Test
  void everyActAsksForAPermissionThatCanBeHeld() {
    assertThat(acts()).isNotEmpty();
    for (Method act : acts()) {
      Requires requires = act.getAnnotation(Requires.class);
      assertThat(requires).as("%s", act).isNotNull();
      assertThat(requires.value()).as("%s", act).isNotEqualTo(NOBODY);
    }
  }

  @Test
  void onlySigningInIsOpenToStrangers() {
    Set<Permission> strangers = EnumSet.of(ANYONE, SIGN_IN);
    assertThat(acts())
        .filteredOn(act -> strangers.contains(act.getAnnotation(Requires.class).value()))
        .extracting(act -> act.getDeclaringClass().getSimpleName() + "." + act.getName())
        .isSubsetOf(OPEN)
        .hasSameElementsAs(OPEN);
  }

  @Test
  void anActCannotBeHiddenFromTheGate() {
    for (Method act : acts()) {
      assertThat(Modifier.isFinal(act.getModifiers())).as("final: %s", act).isFalse();
      assertThat(Modifier.isStatic(act.getModifiers())).as("static: %s", act).isFalse();
    }
    for (Class<?> useCase : useCases()) {
      assertThat(Stream.of(useCase.getDeclaredMethods()).filter(AuthorizationTest::isHalfOpen))
          .as("%s: the gate stands before public methods only", useCase)
          .isEmpty();
    }
  }

  @Test
  void everyPermissionIsHeldBySomeone() {
    Set<Permission> held = EnumSet.noneOf(Permission.class);
    for (Role role : Role.values()) {
      held.addAll(role.permissions());
    }
    assertThat(held).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(NO_ROLE)));
  }

  @Test
  void namesOfPersonsStayWithTheirController() {
    assertThat(holding(PERSONS_READ)).containsExactly(Role.CONTROLLER_DPO);
    assertThat(Role.CONTROLLER_DPO.rows()).isEqualTo(Role.Rows.ORGANISATION);
  }

  @Test
  void authoritiesDoNothingHere() {
    assertThat(Role.AUTHORITY.permissions()).isEmpty();
    assertThat(Role.AUTHORITY.rows()).isEqualTo(Role.Rows.NOTHING);
  }

  @Test
  void whoeverReachesEveryRegionReachesNoCase() {
    Set<Permission> harmless =
        EnumSet.of(
            REFERENCE_READ,
            REFERENCE_EDIT,
            DIRECTORY_READ,
            DIRECTORY_EDIT,
            NATIONAL_READ,
            CAMPAIGN_LINK,
            USER_ADMIN,
            USER_GRANT_APPROVE,
            AUDIT_READ,
            AUDIT_VERIFY,
            PARAMETER_READ,
            PARAMETER_EDIT,
            LAW_PROPOSE,
            LAW_APPROVE,
            DECISIONS_READ); // of cases, only those on the rows of the deciding permission
    for (Role role : Role.values()) {
      if (role.rows() == Role.Rows.EVERYWHERE) {
        assertThat(harmless).as("%s", role).containsAll(role.permissions());
      }
    }
  }

  @Test
  void watchersChangeNothing() {
    assertThat(Role.ARS.permissions())
        .filteredOn(permission -> permission.kind() != Permission.Kind.READ)
        .containsExactly(INCIDENT_COMMENT);
    assertThat(Role.AUDITOR.permissions()).containsExactlyInAnyOrder(AUDIT_READ, AUDIT_VERIFY);
    assertThat(Role.TECHNICAL_ADMIN.permissions())
        .as("who gives rights does not read the trail of it")
        .doesNotContain(AUDIT_READ);
  }

  @Test
  void theSystemsOwnRightIsNobodyElses() {
    for (Role role : Role.values()) {
      assertThat(role.permissions()).as("%s", role).doesNotContainAnyElementsOf(NO_ROLE);
    }
    assertThat(Caller.ANONYMOUS.may(SELF)).isFalse();
    for (Permission permission : Permission.values()) {
      if (permission != ANYONE && permission != SIGN_IN) {
        assertThat(Caller.ANONYMOUS.may(permission)).as("%s", permission).isFalse();
      }
    }
  }

  @Test
  void theArsSeesNumbersAndNoRowAboutAPerson() {
    assertThat(Role.ARS.permissions())
        .contains(NOTIFICATION_READ)
        .doesNotContain(NOTIFICATION_PROOFS, PERSONS_READ);
  }

  @Test
  void theArsReadsOfDeclarationsWhatWasSentAndWhoeverWorksOnThemReadsDrafts() {
    assertThat(Role.ARS.permissions())
        .contains(DECLARATION_READ)
        .doesNotContain(DECLARATION_DRAFTS);
    for (Permission work : EnumSet.of(DECLARATION_PREPARE, DECLARATION_SIGN, DECLARATION_EXPORT)) {
      assertThat(holding(DECLARATION_DRAFTS)).containsAll(holding(work));
    }
  }

  @Test
  void whoPreparesAndWhoApprovesCanBeTwoPersons() {
    assertThat(holding(DECLARATION_SIGN)).hasSizeGreaterThan(1);
    assertThat(holding(NOTIFICATION_APPROVE)).hasSizeGreaterThan(1);
    assertThat(holding(AWARENESS_APPROVE)).hasSizeGreaterThan(1);
    assertThat(holding(SCOPE_FREEZE_APPROVE)).hasSizeGreaterThan(1);
    assertThat(holding(DECLARATION_PREPARE)).doesNotContain(Role.DIRECTOR);
    assertThat(holding(NOTIFICATION_PREPARE)).doesNotContain(Role.DIRECTOR);
  }

  @Test
  void lawIsProposedByTheTechnicalAdministratorAloneAndNotByARegion() {
    assertThat(holding(LAW_PROPOSE)).containsExactly(Role.TECHNICAL_ADMIN);
    assertThat(holding(LAW_APPROVE))
        .containsExactlyInAnyOrder(Role.TECHNICAL_ADMIN, Role.REGIONAL_CISO);
  }

  @Test
  void whoeverReadsCasesAdministersOrAuditsIsGivenThatByTwo() {
    assertThat(Role.values())
        .filteredOn(role -> !role.isSensitive())
        .containsExactlyInAnyOrder(Role.NATIONAL_COORDINATOR, Role.AUTHORITY);
    for (Role role : Role.values()) {
      if (role.permissions().stream().anyMatch(AuthorizationTest::isTakenByTwo)) {
        assertThat(role.isSensitive()).as("%s", role).isTrue();
      }
    }
  }

  /** By its name, so that a permission added later is not forgotten. */
  private static boolean isTakenByTwo(Permission permission) {
    return permission.name().matches(".*_(APPROVE|SIGN|DECIDE|QUALIFY|CLOSE|ADMIN|SEND)|AUDIT_.*");
  }

  @Test
  void doorsCallUseCasesAndNeverARepository() {
    house.doorsLeaveRepositoriesAlone().check(classes);
  }

  @Test
  void resourcesChangeNothingByGet() {
    Set<String> changing = new TreeSet<>();
    for (JavaClass type : classes) {
      type.getMethods().stream()
          .filter(method -> method.isAnnotatedWith(jakarta.ws.rs.GET.class))
          .flatMap(method -> method.getMethodCallsFromSelf().stream())
          .filter(call -> call.getTargetOwner().isAnnotatedWith(UseCase.class))
          .forEach(
              call ->
                  call.getTarget()
                      .resolveMember()
                      .filter(member -> member.isAnnotatedWith(Requires.class))
                      .map(member -> member.getAnnotationOfType(Requires.class).value())
                      .filter(permission -> permission.kind() == Permission.Kind.WRITE)
                      .filter(permission -> permission != SELF && permission != AUDIT_VERIFY)
                      .ifPresent(p -> changing.add(call.getDescription())));
    }
    assertThat(changing).isEmpty();
  }

  private List<Role> holding(Permission permission) {
    return Arrays.stream(Role.values())
        .filter(role -> role.permissions().contains(permission))
        .toList();
  }

  private static boolean isHalfOpen(Method method) {
    return Modifier.isProtected(method.getModifiers()) && !method.isSynthetic();
  }

  private List<Class<?>> useCases() {
    return classes.stream()
        .filter(type -> type.isAnnotatedWith(UseCase.class))
        .<Class<?>>map(JavaClass::reflect)
        .toList();
  }

  private List<Method> acts() {
    return useCases().stream()
        .flatMap(type -> Stream.of(type.getMethods()))
        .filter(method -> method.getDeclaringClass() != Object.class && !method.isSynthetic())
        .toList();
  }
}
