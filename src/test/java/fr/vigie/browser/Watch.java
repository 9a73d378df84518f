package fr.vigie.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What a page complains of in the console: script errors, refused resources, broken policy. */
final class Watch {
  private final List<String> complaints = new ArrayList<>();

  Watch(Page page) {
    page.onConsoleMessage(
        message -> {
          boolean policy = message.text().contains("Content Security Policy");
          if (message.type().equals("error") || policy) {
            complaints.add(message.text());
          }
        });
    page.onPageError(error -> complaints.add("script: " + error));
    page.onResponse(
        response -> {
          if (response.status() >= 500) {
            complaints.add(response.status() + " " + response.url());
          }
        });
  }

  /** What was said since the last time, without the address of a page that was not there. */
  List<String> taken() {
    List<String> taken =
        complaints.stream()
            .filter(text -> !text.contains("the server responded with a status of 404"))
            .distinct()
            .toList();
    complaints.clear();
    return taken;
  }
}
