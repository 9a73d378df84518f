package fr.vigie.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Asks axe-core for violations of WCAG 2.1 levels A and AA. */
final class Axe {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

  private Axe() {}

  static List<String> violations(Page page) {
    // a page without frames is looked at in one go, without a second page to gather the results
    return new AxeBuilder(page)
        .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
            .flatMap(
                rule ->
                    rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + rule.getHelp() + " " + node.getHtml()))
            .map(text -> text.length() > 300 ? text.substring(0, 300) : text)
            .distinct()
            .toList();
  }
}
