package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A case that has gone all its way, read at night on a telephone, and on paper. */
class TelephoneIT extends BrowserTest {
  private static final Look PHONE = new Look(TELEPHONE, "light", "fr");
  private static final int SCREEN = 844;
  private static final int UPPER_HALF = 420;
  private static final int KEYS = 40;
  private static final int REFUSED = 422;
  private static final int NOT_FOUND = 404;
  private static final Path PRINTS =
      Path.of(System.getProperty("vigie.build", "target")).resolve("prints");

  private static final Api API = new Api();
  private static String reference;
  private static String hospital;

  @BeforeAll
  static void leadACase() {
    ApiCase led = new ApiCase(API, "Compte usurpé, lu de nuit").upToInformed();
    reference = led.reference();
    hospital = led.hospital();
  }

  @Test
  void the_tab_chosen_is_in_sight_and_its_content_begins_within_the_first_screen() {
    Page page = phone("rssi.nor");
    for (String tab : tabs(page)) {
      open(page, tab);
      assertThat(number(page, "document.documentElement.scrollWidth"))
          .as("width of %s", tab)
          .isLessThanOrEqualTo(TELEPHONE);
      assertThat(number(page, "document.querySelector('.case-now').getBoundingClientRect().bottom"))
          .as("where the content of %s begins", tab)
          .isLessThan(UPPER_HALF);
      String here = "document.querySelector('.case-header .tabs [aria-current]')";
      assertThat(number(page, here + ".getBoundingClientRect().left")).as(tab).isNotNegative();
      assertThat(number(page, here + ".getBoundingClientRect().right"))
          .as(tab)
          .isLessThanOrEqualTo(TELEPHONE);
      screenshot(page, "telephone-" + tab, PHONE);
    }
  }

  @Test
  void the_most_urgent_clock_and_the_next_step_are_told_and_the_rest_unfolds() {
    Page page = phone("rssi.nor");
    open(page, "journal");
    assertThat(page.isVisible(".case-now .columns")).isFalse();
    assertThat(page.innerText(".case-now > summary")).contains("À faire maintenant", "Tout voir");
    page.focus(".case-now > summary");
    page.keyboard().press("Enter");
    assertThat(page.isVisible(".case-now .columns")).isTrue();
    assertThat(page.isVisible(".case-now .steps")).isTrue();
    page.setViewportSize(DESK, SCREEN);
    open(page, "journal");
    String strip = "document.querySelector('.case-header .tabs')";
    assertThat(number(page, strip + ".scrollWidth - " + strip + ".clientWidth"))
        .as("tabs that do not fit on a desk")
        .isZero();
    assertThat(page.isVisible(".case-now > summary")).isFalse();
    assertThat(page.isVisible(".case-now .columns")).isTrue();
  }

  @Test
  void what_has_the_focus_is_never_hidden() {
    Page page = phone("rssi.nor");
    for (String tab : List.of("journal", "evidence")) {
      open(page, tab);
      for (int i = 0; i < KEYS; i++) {
        page.keyboard().press("Tab");
        assertThat(
                page.evaluate(
                    """
                    () => {
                      const e = document.activeElement;
                      if (e === document.body) { return ''; }
                      const r = e.getBoundingClientRect();
                      const top = document.elementFromPoint(
                        Math.min(Math.max(r.left + r.width / 2, 1), innerWidth - 1), r.top + Math.min(r.height / 2, 20));
                      const seen = top && (e.contains(top) || top.contains(e) || top.htmlFor === e.id);
                      return seen ? '' : e.outerHTML.slice(0, 120) + ' under ' + (top && top.outerHTML.slice(0, 120));
                    }"""))
            .as(tab)
            .isEqualTo("");
      }
    }
  }

  @Test
  void while_the_menu_is_open_nothing_under_it_is_reached() {
    Page page = phone("rssi.nor");
    page.navigate(address("incident/list.xhtml"));
    page.click(".topbar .menu");
    page.locator(".rail .close:focus").waitFor();
    for (int i = 0; i < KEYS; i++) {
      page.keyboard().press("Tab");
      assertThat(page.locator(".page :focus").count()).isZero();
    }
    page.keyboard().press("Escape");
    page.locator(".topbar .menu:focus").waitFor();
  }

  @Test
  void the_hint_of_a_time_tells_the_offset_of_the_date_that_is_typed() {
    Page page = phone("rssi.nor");
    page.navigate(address("incident/new.xhtml"));
    String told = ".field.when:has([id='form:firstSignal']) output";
    page.fill("[id='form:firstSignal']", "");
    assertThat(page.innerText(told)).isEmpty();
    page.fill("[id='form:firstSignal']", "05/07/2026 14:20");
    assertThat(page.innerText(told)).isEqualTo("UTC+02:00");
    page.fill("[id='form:firstSignal']", "5/1/2026 14h20");
    assertThat(page.innerText(told)).isEqualTo("UTC+01:00");
    page.fill("[id='form:firstSignal']", "26/10/2025 02:30");
    assertThat(page.innerText(told)).as("it comes twice").isEmpty();
  }

  @Test
  void the_main_courante_tells_the_acts_by_itself_to_those_whom_they_concern() {
    Page page = signedIn("rssi.nor");
    open(page, "journal");
    assertThat(page.innerText("#lines"))
        .contains(
            "L’incident est qualifié.",
            "Prise de connaissance fixée au",
            "Risque pour les personnes décidé",
            "Pas de violation de données",
            "Un compte est bloqué.",
            "La liste des personnes concernées, version 1, est arrêtée.",
            "La déclaration à la CNIL, version 1, est déposée",
            "La déclaration au portail des signalements",
            "L’envoi n° 1 aux personnes concernées est lancé.",
            "par Vigie, acte de")
        .doesNotContain("journal.");
    Page stranger = signedIn("dpo.ch-b");
    open(stranger, "journal");
    assertThat(stranger.innerText("#lines"))
        .contains("Pas de violation de données")
        .doesNotContain("Risque pour les personnes", "à la CNIL", "L’envoi");
  }

  @Test
  void the_history_speaks_in_words_by_day_and_can_be_sifted() {
    Page page = signedIn("rssi.nor");
    open(page, "history");
    String acts = page.innerText("#acts");
    assertThat(acts)
        .contains("Liste des personnes arrêtée", "Analyste Normandie", "CHU")
        .doesNotContain("analyste.nor", "sha256", "UTC")
        .doesNotContainPattern("[A-Z][a-z]+[.][a-z]+");
    page.click("#acts .tabs a:has-text('Responsables')");
    page.waitForLoadState();
    assertThat(page.innerText("#acts"))
        .contains("Prise de connaissance approuvée", "prise de connaissance ");
    page.click("#acts .tabs a:has-text('Comptes')");
    page.waitForLoadState();
    assertThat(page.innerText("#acts"))
        .contains("État d’un compte consigné", "Blocage annoncé", "Preuve de blocage")
        .doesNotContain("Liste des personnes arrêtée");
  }

  @Test
  void a_hidden_character_is_refused_with_its_place_on_pages_and_by_programs() {
    Page page = signedIn("rssi.nor");
    open(page, "journal");
    page.fill("[id='journal:text']", "Appel \u202Ede");
    page.click("[id='journal:write']");
    page.waitForSelector("[data-summary]");
    assertThat(page.innerText("[data-summary]")).contains("n° 7 (U+202E)");
    Api.Answer answer =
        API.send(
            "analyste.nor",
            "POST /incidents/{ref}/journal",
            "{\"kind\":\"FACT\",\"text\":\"a\\u0000b\",\"eventAt\":\"2026-01-01T00:00:00Z\"}",
            reference);
    assertThat(answer.status()).isEqualTo(REFUSED);
    assertThat(answer.text()).contains("U+0000", "\"text\"");
    answer =
        API.send(
            "analyste.nor",
            "POST /incidents/{ref}/journal",
            "{\"kind\":\"FACT\",\"text\":\"ab\",\"eventAt\":\"1999-01-01T00:00:00Z\"}",
            reference);
    assertThat(answer.status()).isEqualTo(REFUSED);
    assertThat(answer.text()).contains("2000");
  }

  @Test
  void a_piece_is_given_out_of_its_own_case_only_and_is_never_for_all() {
    String pieces = API.ok("analyste.nor", "GET /incidents/{ref}/evidence", null, reference).text();
    String id = pieces.replaceFirst("(?s).*?\"id\":\"([0-9]+)\".*", "$1");
    Page page = signedIn("rssi.nor");
    String other = openCase(page, "Une autre fiche");
    String there = "incident/evidence.xhtml?id=" + id + "&ref=";
    assertThat(page.request().get(address(there + reference)).status()).isEqualTo(200);
    assertThat(page.request().get(address(there + other)).status()).isEqualTo(NOT_FOUND);
    Api.Answer answer =
        API.send(
            "analyste.nor",
            "POST /incidents/{ref}/evidence?name=a.txt&audience=all",
            "abc",
            reference);
    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void a_list_a_case_and_a_declaration_are_printed_with_date_author_pages_and_marking()
      throws IOException {
    Page page = signedIn("dpo.chu-a");
    print(page, "incident/list.xhtml", "list");
    for (String tab : List.of("summary", "journal", "history")) {
      print(page, "incident/detail.xhtml?ref=" + reference + "&tab=" + tab, "case-" + tab);
    }
    page.navigate(address("incident/detail.xhtml?ref=" + reference + "&tab=declarations"));
    String declaration = page.getAttribute("a[href*='/declaration/detail']", "href");
    print(page, declaration.substring(1), "declaration");
    page.navigate(
        address("incident/detail.xhtml?ref=" + reference + "&tab=scope&involvement=" + hospital));
    String persons = page.getAttribute("a[href*='/investigation/persons']", "href");
    String printed = print(page, persons.substring(1), "persons");
    assertThat(printed).contains("Durand").doesNotContain("Chercher", "Prénom (facultatif)");
    assertThat(wide("persons")).as("landscape").isTrue();
    page.navigate(address("incident/detail.xhtml?ref=" + reference + "&tab=deadlines"));
    assertThat(page.isVisible(".clocks > li > a.link")).isTrue();
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    assertThat(page.isVisible(".rail")).isFalse();
    assertThat(page.isVisible(".clocks > li > a.link")).isFalse();
    assertThat(page.innerText(".print-foot")).contains("CHU", "2026");
    assertThat(page.isVisible(".tlp")).isTrue();
  }

  private static boolean wide(String name) throws IOException {
    try (PDDocument sheets = Loader.loadPDF(PRINTS.resolve(name + ".pdf").toFile())) {
      PDRectangle sheet = sheets.getPage(0).getMediaBox();
      return sheet.getWidth() > sheet.getHeight();
    }
  }

  private static String print(Page page, String path, String name) throws IOException {
    Response shown = page.navigate(address(path));
    assertThat(shown.status()).isEqualTo(200);
    byte[] pdf =
        page.pdf(
            new Page.PdfOptions()
                .setFormat("A4")
                .setPreferCSSPageSize(true)
                .setPath(PRINTS.resolve(name + ".pdf")));
    try (PDDocument sheets = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      StringBuilder all = new StringBuilder();
      for (int sheet = 1; sheet <= sheets.getNumberOfPages(); sheet++) {
        stripper.setStartPage(sheet);
        stripper.setEndPage(sheet);
        String text = stripper.getText(sheets);
        all.append(text);
        assertThat(text)
            .as("%s, sheet %d", name, sheet)
            .contains("TLP:", "Imprimé de Vigie par", sheet + " / " + sheets.getNumberOfPages());
      }
      return all.toString();
    }
  }

  private Page phone(String login) {
    Page page = signedIn(login, PHONE);
    page.setViewportSize(TELEPHONE, SCREEN);
    return page;
  }

  private static void open(Page page, String tab) {
    page.navigate(address("incident/detail.xhtml?ref=" + reference + "&tab=" + tab));
  }

  private static List<String> tabs(Page page) {
    open(page, "summary");
    return page.locator(".case-header .tabs a").all().stream()
        .map(link -> link.getAttribute("href").replaceFirst(".*tab=([a-z]+).*", "$1"))
        .toList();
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }
}
