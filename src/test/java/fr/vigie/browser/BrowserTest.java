package fr.vigie.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import fr.vigie.launch.Chromium;
import fr.vigie.launch.Demo;
import fr.vigie.launch.TestParts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** One browser for a class of tests, one window for each person. */
abstract class BrowserTest {
  static final int DESK = 1366;
  static final int TELEPHONE = 390;
  private static final int HEIGHT = 900;
  private static final double PATIENCE = 30_000;
  private static final Path SCREENSHOTS =
      Path.of(System.getProperty("vigie.build", "target")).resolve("screenshots");

  private static Chromium chromium;
  private final List<BrowserContext> windows = new ArrayList<>();

  @BeforeAll
  static void openBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void closeBrowser() {
    chromium.close();
  }

  @AfterEach
  void closeWindows() {
    windows.forEach(BrowserContext::close);
    windows.clear();
  }

  static Demo demo() {
    return TestParts.current().application();
  }

  static String address(String path) {
    String base = demo().address().toString();
    return base + (path.startsWith("/") ? path.substring(1) : path);
  }

  /** How a window looks: width, theme and language. */
  record Look(int width, String theme, String language) {
    static final Look PLAIN = new Look(DESK, "light", "fr");

    @Override
    public String toString() {
      return width + "-" + theme + "-" + language;
    }
  }

  BrowserContext window(Look look) {
    return window(look, true);
  }

  /** A browser in which no script runs. */
  BrowserContext withoutScript() {
    return window(Look.PLAIN, false);
  }

  private BrowserContext window(Look look, boolean script) {
    BrowserContext window =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(script)
                    .setViewportSize(look.width(), HEIGHT)
                    .setLocale(look.language().equals("fr") ? "fr-FR" : "en-GB")
                    .setColorScheme(
                        look.theme().equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT)
                    .setTimezoneId("Europe/Paris")
                    .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    window.setDefaultTimeout(PATIENCE);
    windows.add(window);
    return window;
  }

  /** A new window in which {@code login} is signed in, on the first page. */
  Page signedIn(String login, Look look) {
    Page page = window(look).newPage();
    signIn(page, login);
    return page;
  }

  Page signedIn(String login) {
    return signedIn(login, Look.PLAIN);
  }

  static void signIn(Page page, String login) {
    page.navigate(address("login.xhtml"));
    typeAndEnter(page, login, demo().password());
    page.waitForURL(url -> !url.contains("/login.xhtml"));
  }

  static void typeAndEnter(Page page, String login, String password) {
    page.fill("[id='signIn:login']", login);
    page.fill("[id='signIn:password']", password);
    page.click("[id='signIn:enter']");
    page.waitForLoadState();
  }

  /** Opens a case through the page, as a person would, and returns its reference. */
  static String openCase(Page page, String title) {
    page.navigate(address("incident/new.xhtml"));
    page.fill("[id='form:title']", title);
    page.fill("[id='form:firstSignal']", "12/10/2026 08:30");
    page.click("[id='form:report']");
    page.waitForURL("**/incident/detail.xhtml?*");
    return page.url().replaceFirst(".*[?&]ref=([A-Z0-9-]+).*", "$1");
  }

  static void screenshot(Page page, String name, Look look) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(SCREENSHOTS.resolve(name + "-" + look + ".png"))
            .setFullPage(true));
  }

  static String session(BrowserContext window) {
    return window.cookies().stream()
        .filter(cookie -> cookie.name.equals("VIGIE"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElse("");
  }

  static Cookie cookie(String name, String value) {
    return new Cookie(name, value).setUrl(demo().address().toString());
  }
}
