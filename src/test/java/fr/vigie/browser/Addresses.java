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

  /** The same, and one controller's list, with a file that waits. */
  static List<String> of(String page, ApiLists lists, String upload) {
    String part = "?ref=" + lists.reference() + "&involvement=" + lists.hospital();
    return switch (page) {
      case "investigation/doubts.xhtml" -> List.of(page + part, page + part + "&settled=true");
      case "investigation/import.xhtml" -> List.of(page + part, page + part + "&upload=" + upload);
      case "incident/detail.xhtml" ->
          Stream.concat(of(page, lists.reference()).stream(), Stream.of(page + part + "&tab=scope"))
              .toList();
      default ->
          page.startsWith("investigation/") ? List.of(page + part) : of(page, lists.reference());
    };
  }

  static List<String> of(String page, String reference) {
    return switch (page) {
      case "incident/detail.xhtml" ->
          TABS.stream().map(tab -> page + "?ref=" + reference + "&tab=" + tab).toList();
      case "index.xhtml", "incident/new.xhtml" -> List.of(page);
      default -> Stream.of(page + "?ref=" + reference).toList();
    };
  }
}
