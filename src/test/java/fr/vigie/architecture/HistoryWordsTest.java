package fr.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.Texts;
import fr.vigie.platform.UseCase;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The history of a case speaks to people: no class or method name comes up. */
class HistoryWordsTest {
  private static final List<JavaClass> USE_CASES =
      OurClasses.get().stream().filter(type -> type.isAnnotatedWith(UseCase.class)).toList();

  @Test
  void every_act_that_is_audited_has_words_in_its_own_feature() {
    Set<String> audited = new TreeSet<>();
    USE_CASES.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(Requires.class))
        .filter(
            method ->
                method.getAnnotationOfType(Requires.class).value().kind() != Permission.Kind.READ)
        .map(HistoryWordsTest::key)
        .forEach(audited::add);
    assertThat(audited).hasSizeGreaterThan(50);
    assertThat(audited).filteredOn(key -> !Texts.in(Locale.FRENCH).knows(key)).isEmpty();
  }

  /** The trail keeps why an act was refused, not the numbers of the sentence. */
  @Test
  void a_refusal_is_told_without_its_numbers() {
    Texts french = Texts.in(Locale.FRENCH);
    assertThat(french.outline("investigation.refused.doubts"))
        .startsWith("… lignes sont encore à vérifier");
    for (String feature : USE_CASES.stream().map(HistoryWordsTest::feature).distinct().toList()) {
      assertThat(Texts.bundle(feature, Locale.FRENCH).orElseThrow().keySet())
          .filteredOn(key -> key.startsWith("refused."))
          .allSatisfy(
              key -> {
                assertThat(french.outline(feature + "." + key)).doesNotContain("{", "}");
                new MessageFormat(french.text(feature + "." + key)); // can be filled
              });
    }
  }

  /** Of acts that are no more the trail still has lines: their words may stay. */
  @Test
  void no_feature_has_words_for_acts_of_another() {
    Set<String> strangers = new TreeSet<>();
    for (String feature : USE_CASES.stream().map(HistoryWordsTest::feature).distinct().toList()) {
      Set<String> own =
          USE_CASES.stream()
              .filter(type -> feature(type).equals(feature))
              .map(JavaClass::getSimpleName)
              .collect(Collectors.toSet());
      Texts.bundle(feature, Locale.FRENCH).orElseThrow().keySet().stream()
          .filter(key -> key.matches("act\\.[A-Z].*") && !own.contains(key.split("\\.")[1]))
          .forEach(key -> strangers.add(feature + "." + key));
    }
    assertThat(strangers).isEmpty();
  }

  @Test
  void a_use_case_is_known_by_its_name_alone() {
    assertThat(USE_CASES).extracting(JavaClass::getSimpleName).doesNotHaveDuplicates();
  }

  private static String key(JavaMethod method) {
    JavaClass type = method.getOwner();
    return feature(type) + ".act." + type.getSimpleName() + "." + method.getName();
  }

  private static String feature(JavaClass type) {
    String place = type.getPackageName();
    return place.substring(place.lastIndexOf('.') + 1);
  }
}
