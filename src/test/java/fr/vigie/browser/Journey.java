package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people do with their hands in a long story: each in a window of their own. */
abstract class Journey extends BrowserTest {
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

  private final Clock clock = Clock.systemUTC();
  private final Instant now = clock.instant();
  private final Map<String, Page> people = new HashMap<>();
  private int picture;

  Page as(String login) {
    return people.computeIfAbsent(login, this::signedIn);
  }

  /** The case that the story is about. */
  String reference;

  void open(Page page, String tab) {
    page.navigate(address("incident/detail.xhtml?ref=" + reference + "&tab=" + tab));
  }

  static void type(Page page, String id, String text) {
    page.fill("[id='" + id + "']", text);
  }

  static void choose(Page page, String id, String code) {
    page.selectOption("[id='" + id + "']", code);
  }

  static void check(Page page, String id, String code) {
    page.locator("[name='" + id + "'][value='" + code + "']").check();
  }

  static void follow(Page page, String link) {
    page.locator(link).first().click();
    page.waitForLoadState();
  }

  static void press(Page page, String id) {
    page.click("[id='" + id + "']");
    page.waitForLoadState();
    assertNothingRefused(page);
  }

  /** The first button of that name in a repeated part. */
  static void pressFirst(Page page, String id) {
    page.locator("[id$=':" + id + "']").first().click();
    page.waitForLoadState();
    assertNothingRefused(page);
  }

  static void pressAndConfirm(Page page, String id) {
    page.click("[id='" + id + "']");
    page.waitForNavigation(() -> page.locator("dialog[open] [data-yes]").click());
    assertNothingRefused(page);
  }

  static void assertNothingRefused(Page page) {
    List<String> problems = page.locator("[data-summary], .notice.error").allInnerTexts();
    assertThat(problems).as(page.url()).isEmpty();
    assertThat(page.title()).doesNotContain("panne");
  }

  void show(Page page, String name) {
    picture++;
    screenshot(page, "seed-%02d-%s".formatted(picture, name), Look.PLAIN);
  }

  void onTelephone(Page page, String name) {
    page.setViewportSize(TELEPHONE, 844);
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
        .as("width of %s", name)
        .isLessThanOrEqualTo(TELEPHONE);
    screenshot(page, "seed-telephone-" + name, new Look(TELEPHONE, "light", "fr"));
    page.setViewportSize(DESK, 900);
  }

  String hoursAgo(long hours) {
    return TYPED.format(now.minus(Duration.ofHours(hours)).atZone(ZoneId.of("Europe/Paris")));
  }
}
