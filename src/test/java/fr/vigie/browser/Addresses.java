package fr.vigie.browser;

import java.util.List;
import java.util.stream.Stream;

/** What each page needs in its address to show something. */
final class Addresses {
  private static final List<String> TABS =
      List.of(
          "summary",
          "controllers",
          "deadlines",
          "accounts",
          "scope",
          "declarations",
          "notification",
          "tasks",
          "measures",
          "journal",
          "evidence",
          "history");

  private Addresses() {}

  static List<String> of(String page, String reference) {
    return switch (page) {
      case "incident/detail.xhtml" ->
          TABS.stream().map(tab -> page + "?ref=" + reference + "&tab=" + tab).toList();
      case "index.xhtml", "incident/new.xhtml" -> List.of(page);
      default -> Stream.of(page + "?ref=" + reference).toList();
    };
  }
}
