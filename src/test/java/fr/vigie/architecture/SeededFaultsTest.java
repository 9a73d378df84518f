package fr.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small house in which every rule is broken on purpose: each rule must see it. */
class SeededFaultsTest {
  private static final String BASE = "fr.vigie.architecture.seeded";

  private final JavaClasses classes = new ClassFileImporter().importPackages(BASE);
  private final House house = new House(BASE, "ground", classes);

  @Test
  void aUseOfAHigherStepIsSeen() {
    assertThat(house.stepsGoingUp()).containsExactly("low uses high");
  }

  @Test
  void anUndeclaredUseIsSeen() {
    assertThat(house.onlyDeclaredUses()).anyMatch(this::fails);
  }

  @Test
  void everyOtherRuleSeesItsFault() {
    assertThat(
            List.of(
                house.noCycles(),
                house.rootsKnowNoDoor(),
                house.everyActDeclaresItsPermission(),
                house.transactionsOnlyThroughUseCases(),
                house.onlyRepositoriesHoldTheEntityManager(),
                house.doorsLeaveRepositoriesAlone(),
                house.nobodyReadsTheMachinesClock(),
                house.speakingNames()))
        .allMatch(this::fails);
  }

  private boolean fails(ArchRule rule) {
    return rule.evaluate(classes).hasViolation();
  }
}
