package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page, for every role, in every look: whatever is added to the webapp is visited. */
class PagesIT extends BrowserTest {
  private static final Path WEBAPP =
      Path.of(System.getProperty("vigie.project", "")).resolve("src/main/webapp");

  private static final Pattern FORGOTTEN = Pattern.compile("\\?{3}|#\\{[a-z]|\\{0\\}|\\bnull\\b");

  /** One login a role. */
  private static final List<String> EVERYBODY =
      List.of(
          "rssi.nor",
          "dpo.chu-a",
          "analyste.nor",
          "directeur.chu-a",
          "declarant.chu-a",
          "ars.nor",
          "national",
          "auditeur",
          "admin",
          "autorite");

  /** Asked of axe too; together they have each width, theme and language. */
  private static final List<Look> CHECKED =
      List.of(new Look(DESK, "light", "fr"), new Look(TELEPHONE, "dark", "en"));

  /**
   * Pages of one thing in a case (a declaration, a message): not found without it. The journey of
   * {@link SeedEventIT} visits them. The list may only shrink.
   */
  private static final Set<String> NEED_MORE_THAN_A_CASE =
      Set.of(
          "containment/run.xhtml",
          "declaration/detail.xhtml",
          "incident/evidence.xhtml",
          "incident/severity.xhtml",
          "containment/touched.xhtml",
          "notification/template.xhtml",
          "notification/wave.xhtml");

  @Test
  void every_page_opens_or_hides_for_every_role_and_is_usable_in_every_look() {
    Map<String, List<String>> faults = new TreeMap<>();
    List<String> pages = scene();
    Map<String, Set<String>> reached = reached(pages, faults);
    reached.forEach((path, logins) -> System.out.println(path + " " + logins));
    Set<String> nobodys = new TreeSet<>(pages);
    nobodys.removeAll(reached.keySet());
    nobodys.removeIf(path -> NEED_MORE_THAN_A_CASE.contains(path.replaceFirst("[?].*", "")));
    assertThat(nobodys).as("pages that no role reaches").isEmpty();
    Map<String, String> owners = new LinkedHashMap<>();
    reached.forEach((path, logins) -> owners.put(path, logins.iterator().next()));
    for (String login : new LinkedHashSet<>(owners.values())) {
      for (Look look : CHECKED) {
        look(login, look, owners, faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  /** Who opens each page. */
  private Map<String, Set<String>> reached(List<String> pages, Map<String, List<String>> faults) {
    Map<String, String> sessions = new LinkedHashMap<>();
    for (String login : EVERYBODY) {
      Page page = signedIn(login);
      sessions.put(login, session(page.context()));
      page.context().close();
    }
    Map<String, Set<String>> reached = new TreeMap<>();
    HttpClient client = HttpClient.newHttpClient();
    for (String path : pages) {
      Map<String, HttpResponse<String>> answers =
          sessions.entrySet().parallelStream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, one -> get(client, path, one.getValue())));
      for (String login : EVERYBODY) {
        HttpResponse<String> answer = answers.get(login);
        List<String> found = new ArrayList<>();
        if (answer.statusCode() == 200) {
          reached.computeIfAbsent(path, any -> new LinkedHashSet<>()).add(login);
        } else if (answer.statusCode() != 404) {
          found.add("status " + answer.statusCode());
        }
        found.addAll(wordless(answer.body().replaceAll("(?s)<script.*?</script>|<[^>]*>", " ")));
        if (!found.isEmpty()) {
          faults.put(path + " as " + login, found);
        }
      }
    }
    return reached;
  }

  private static HttpResponse<String> get(HttpClient client, String path, String session) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address(path)))
            .header("Cookie", "VIGIE=" + session)
            .header("Accept-Language", "fr")
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void pages_for_everybody_are_usable_too() {
    Map<String, List<String>> faults = new TreeMap<>();
    for (Look look : CHECKED) {
      BrowserContext window = window(look);
      window.addCookies(List.of(cookie("vigie.lang", look.language())));
      Page page = window.newPage();
      Watch watch = new Watch(page);
      check(page, watch, "login.xhtml", look, faults);
      signIn(page, "rssi.nor");
      check(page, watch, "no-such-page.xhtml", look, faults);
    }
    assertThat(faults).isEmpty();
  }

  private void look(
      String login, Look look, Map<String, String> owners, Map<String, List<String>> faults) {
    BrowserContext window = window(look);
    window.addCookies(List.of(cookie("vigie.theme", look.theme())));
    Page page = window.newPage();
    signIn(page, login);
    speak(page, look.language());
    Watch watch = new Watch(page);
    owners.forEach(
        (path, owner) -> {
          if (owner.equals(login)) {
            check(page, watch, path, look, faults);
          }
        });
    window.close();
  }

  private static void check(
      Page page, Watch watch, String path, Look look, Map<String, List<String>> faults) {
    page.navigate(address(path));
    List<String> found = new ArrayList<>(watch.taken());
    found.addAll(wordless(page.innerText("body")));
    if (!look.language().equals(page.getAttribute("html", "lang"))) {
      found.add("speaks " + page.getAttribute("html", "lang"));
    }
    if (look.width() == TELEPHONE) {
      found.addAll(tooWide(page));
    }
    found.addAll(Axe.violations(page));
    if (look.width() == DESK) { // TelephoneIT takes those of the telephone
      screenshot(page, name(path), look);
    }
    if (!found.isEmpty()) {
      faults.put(path + " " + look, found);
    }
  }

  private static String name(String path) {
    return path.replaceAll("ref=[^&]*&?", "")
        .replaceAll("=[0-9]+", "")
        .replaceAll("\\.xhtml|=$|\\?$", "")
        .replaceAll("[^A-Za-z0-9]+", "-")
        .replaceAll("-$", "");
  }

  /** Keys that no bundle knows show as ???key???, expressions that fail as #{…}. */
  private static List<String> wordless(String text) {
    List<String> found = new ArrayList<>();
    for (Matcher m = FORGOTTEN.matcher(text); m.find(); ) {
      found.add("says " + text.substring(m.start(), Math.min(text.length(), m.start() + 60)));
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static List<String> tooWide(Page page) {
    return (List<String>)
        page.evaluate(
            """
            () => {
              const room = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= room) { return []; }
              const scrolls = e => e && e !== document.body
                && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
              const wide = [...document.querySelectorAll('body *')]
                .filter(e => !scrolls(e.parentElement))
                .filter(e => e.getBoundingClientRect().right > room + 1)
                .map(e => 'wider than the screen: ' + e.tagName + '.' + e.className + '#' + e.id);
              return wide.slice(0, 5);
            }""");
  }

  private static void speak(Page page, String language) {
    if (!language.equals(page.getAttribute("html", "lang"))) {
      page.click("details.account summary");
      page.click("[id='account:" + language + "']");
      page.waitForLoadState();
    }
  }

  /** A case with lists of two controllers, one frozen and one with lines to look at. */
  private static List<String> scene() {
    ApiLists lists = new ApiLists(new Api(), "Every page: a case to look at").frozen().grown();
    return pages(lists, lists.waiting());
  }

  /** Every Facelet outside WEB-INF, with what it needs in its address. */
  private static List<String> pages(ApiLists lists, String upload) {
    ApiLogs logs = new ApiLogs(new Api(), lists.reference());
    logs.answered();
    List<String> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(WEBAPP)) {
      files
          .filter(file -> file.toString().endsWith(".xhtml"))
          .map(file -> WEBAPP.relativize(file).toString())
          .filter(path -> !path.startsWith("WEB-INF") && !path.startsWith("resources"))
          .filter(path -> !path.equals("login.xhtml"))
          .sorted()
          .forEach(path -> pages.addAll(Addresses.of(path, lists, upload)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages.stream().flatMap(path -> logs.addresses(path).stream()).toList();
  }
}
