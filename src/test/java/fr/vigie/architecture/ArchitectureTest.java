package fr.vigie.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import fr.vigie.audit.AuditEntry;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;

/** The house as built keeps its rules; {@link SeededFaultsTest} proves that they can fail. */
class ArchitectureTest {
  private static final String BASE = "fr.vigie";

  private final JavaClasses classes = OurClasses.get();
  private final House house = new House(BASE, "platform", classes);

  @Test
  void theStaircaseIsBuilt() {
    assertThat(house.features())
        .contains("platform", "reference", "audit", "identity", "incident", "operations");
    assertThat(house.stepsGoingUp()).isEmpty();
  }

  @Test
  void featuresUseOnlyWhatTheyDeclare() {
    assertThat(house.onlyDeclaredUses()).isNotEmpty().allSatisfy(rule -> rule.check(classes));
  }

  @Test
  void featuresFormNoCycle() {
    house.noCycles().check(classes);
  }

  @Test
  void theDomainKnowsNoDoor() {
    house.rootsKnowNoDoor().check(classes);
  }

  @Test
  void everyPublicMethodOfAUseCaseDeclaresItsPermission() {
    house.everyActDeclaresItsPermission().check(classes);
  }

  @Test
  void transactionsAreOpenedByUseCasesOnly() {
    house.transactionsOnlyThroughUseCases("AuditTrail").check(classes);
  }

  @Test
  void onlyRepositoriesHoldTheEntityManager() {
    house.onlyRepositoriesHoldTheEntityManager().check(classes);
  }

  @Test
  void nobodyReadsTheMachinesClock() {
    house.nobodyReadsTheMachinesClock().check(classes);
  }

  @Test
  void namesSpeak() {
    house.speakingNames().check(classes);
  }

  @Test
  void onlyTheAuditWritesAuditLines() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".audit")
        .should()
        .callConstructorWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "an audit line is made",
                call -> call.getTargetOwner().isEquivalentTo(AuditEntry.class)))
        .check(classes);
  }

  @Test
  void accentsAreTakenAwayInOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("fr.vigie.platform.Accents")
        .and()
        .doNotHaveFullyQualifiedName("fr.vigie.notification.PlainText") // keeps them, for links
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.text.Normalizer")
        .check(classes);
  }

  @Test
  void rightsAreNotLeftToTheContainer() {
    noClasses().should().beAnnotatedWith(RolesAllowed.class).check(classes);
  }
}
