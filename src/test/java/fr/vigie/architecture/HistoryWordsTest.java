package fr.vigie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.Texts;
import fr.vigie.platform.UseCase;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The history of a case speaks to people: no class or method name comes up. */
class HistoryWordsTest {
  @Test
  void every_act_that_is_audited_has_words() {
    Set<String> wordless = new TreeSet<>();
    Set<String> audited = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.vigie")
            .stream()
            .filter(type -> type.isAnnotatedWith(UseCase.class))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Requires.class))
            .filter(
                method ->
                    method.getAnnotationOfType(Requires.class).value().kind()
                        != Permission.Kind.READ)
            .map(HistoryWordsTest::name)
            .forEach(audited::add);
    for (String act : audited) {
      if (!Texts.in(Locale.FRENCH).knows("incident.act." + act)) {
        wordless.add(act);
      }
    }
    assertThat(audited).hasSizeGreaterThan(50);
    assertThat(wordless).isEmpty();
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getSimpleName() + "." + method.getName();
  }
}
