package fr.vigie.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.vigie.platform.Feature;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.platform.persistence.Repository;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the house, for any base package: the real one, and the seeded one in which each rule
 * must fail. Feature names and allowed uses are read from the {@link Feature} annotations, so that
 * no rule guards a package that does not exist.
 */
final class House {
  private static final Set<String> DOORS = Set.of("web", "rest", "batch");

  private final String base;
  private final String ground;
  private final Map<String, Feature> features = new LinkedHashMap<>();

  House(String base, String ground, JavaClasses classes) {
    this.base = base;
    this.ground = ground;
    JavaPackage root = classes.getPackage(base);
    for (JavaPackage candidate : root.getSubpackages()) {
      candidate
          .tryGetAnnotationOfType(Feature.class)
          .ifPresent(feature -> features.put(candidate.getRelativeName(), feature));
    }
  }

  Set<String> features() {
    return features.keySet();
  }

  /** A feature stands on a higher step than all it uses. */
  List<String> stepsGoingUp() {
    List<String> faults = new ArrayList<>();
    features.forEach(
        (name, feature) -> {
          for (String used : feature.uses()) {
            Feature below = features.get(used);
            if (below == null || below.step() >= feature.step()) {
              faults.add(name + " uses " + used);
            }
          }
        });
    return faults;
  }

  /** One rule per feature: it depends on nothing but the ground and what it declares. */
  List<ArchRule> onlyDeclaredUses() {
    List<ArchRule> rules = new ArrayList<>();
    features.forEach(
        (name, feature) -> {
          List<String> forbidden = new ArrayList<>(features.keySet());
          forbidden.remove(name);
          forbidden.remove(ground);
          forbidden.removeAll(Arrays.asList(feature.uses()));
          if (!forbidden.isEmpty()) {
            rules.add(
                noClasses()
                    .that()
                    .resideInAPackage(all(name))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden.stream().map(this::all).toArray(String[]::new))
                    .as(name + " uses only " + Arrays.toString(feature.uses())));
          }
        });
    return rules;
  }

  ArchRule noCycles() {
    return slices().matching(base + ".(*)..").should().beFreeOfCycles();
  }

  ArchRule rootsKnowNoDoor() {
    String[] roots = features.keySet().stream().map(n -> base + "." + n).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAnyPackage(roots)
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<>("belong to a door") {
              @Override
              public boolean test(JavaClass type) {
                String name = type.getPackageName();
                return name.startsWith("jakarta.faces")
                    || name.startsWith("jakarta.ws.rs")
                    || name.startsWith("jakarta.servlet")
                    || name.startsWith("org.primefaces")
                    || name.startsWith("org.omnifaces")
                    || (name.startsWith(base)
                        && Arrays.stream(name.split("\\.")).anyMatch(DOORS::contains));
              }
            });
  }

  ArchRule everyActDeclaresItsPermission() {
    return methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(UseCase.class)
        .should()
        .beAnnotatedWith(Requires.class);
  }

  /** The only other transaction is the one of a failed act's audit line. */
  ArchRule transactionsOnlyThroughUseCases(String... except) {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .and()
        .doNotHaveFullyQualifiedName(UseCase.class.getName())
        .should(notDeclare(Transactional.class, Set.of(except)));
  }

  ArchRule onlyRepositoriesHoldTheEntityManager() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Repository")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class);
  }

  /**
   * Pages, resources and jobs go through the gate: what a repository finds is not theirs to ask.
   */
  ArchRule doorsLeaveRepositoriesAlone() {
    String[] doors = DOORS.stream().map(door -> base + ".*." + door + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAnyPackage(doors)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Repository.class);
  }

  ArchRule nobodyReadsTheMachinesClock() {
    return noClasses()
        .that()
        .haveSimpleNameNotEndingWith("ClockProducer")
        .should()
        .accessTargetWhere(
            new DescribedPredicate<>("the machine's clock is read") {
              @Override
              public boolean test(JavaAccess<?> access) {
                boolean time = access.getTargetOwner().getPackageName().startsWith("java.time");
                String name = access.getTarget().getName();
                boolean without =
                    !access.getTarget().getFullName().contains("Clock)")
                        && (name.equals("now") || name.startsWith("system"));
                boolean old =
                    access.getTargetOwner().isEquivalentTo(System.class)
                        && name.equals("currentTimeMillis");
                return (time && without) || old;
              }
            });
  }

  ArchRule speakingNames() {
    return noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)");
  }

  private String all(String feature) {
    return base + "." + feature + "..";
  }

  private static ArchCondition<JavaClass> notDeclare(
      Class<? extends Annotation> annotation, Set<String> except) {
    return new ArchCondition<>("not declare " + annotation.getSimpleName()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean declares =
            type.isAnnotatedWith(annotation)
                || type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(annotation));
        if (declares && !except.contains(type.getSimpleName())) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " declares it"));
        }
      }
    };
  }
}
