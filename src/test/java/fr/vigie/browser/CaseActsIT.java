package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Acts on a whole case, and the work on it, clicked as the regional team does. */
class CaseActsIT extends BrowserTest {
  private static final String CISO = "rssi.nor";
  private static final int NOT_FOUND = 404;

  @Test
  void a_double_is_hinted_at_and_merged_and_each_case_leads_to_the_other() {
    Page page = signedIn(CISO);
    String kept = openCase(page, "Compte usurpé, premier appel");
    String twice = openCase(page, "Compte usurpé, second appel");
    page.click("#similar li:has-text('" + kept + "') a[href*='into=" + kept + "']");
    assertThat(page.inputValue("[id='merge:into']")).isEqualTo(kept);
    page.fill("[id='merge:into']", "");
    page.click("[id='merge:act']");
    page.locator("[data-summary]:focus").waitFor(); // refused at once, nothing asked
    page.fill("[id='merge:into']", kept);
    page.click("[id='merge:act']");
    page.locator("dialog[open] [value='no']:focus").waitFor();
    confirm(page);
    page.locator(".notice:focus").waitFor();
    assertThat(page.url()).contains("ref=" + kept);
    assertThat(page.locator(".case-line a").allInnerTexts()).anyMatch(t -> t.contains(twice));
    tab(page, kept, "journal");
    assertThat(page.innerText("#lines")).contains(twice);
    tab(page, twice, "summary");
    assertThat(page.locator(".case-line a").allInnerTexts()).anyMatch(t -> t.contains(kept));
    assertThat(page.locator("main").innerText())
        .as("an ended case asks for nothing more")
        .doesNotContain("Bloque la clôture");
    tab(page, twice, "tasks");
    assertThat(page.locator("[id='newTask:add']").count()).isZero();
  }

  @Test
  void a_false_alarm_is_rejected_with_its_reason_and_can_be_reopened() {
    Page page = signedIn(CISO);
    String reference = openCase(page, "Alerte de nuit");
    page.fill("[id='reject:why']", "Exercice annoncé.");
    page.click("[id='reject:act']");
    confirm(page);
    assertThat(page.innerText(".case-line")).contains("écarté");
    assertThat(page.innerText("#times")).contains("Exercice annoncé.");
    page.navigate(address("incident/closing.xhtml?ref=" + reference));
    assertThat(page.locator("#obstacles").count()).isZero();
    page.fill("[id='reopen:reason']", "Les données sont en vente.");
    press(page, "reopen:act");
    assertThat(page.innerText(".case-line")).contains("rouvert");
    tab(page, reference, "journal");
    assertThat(page.innerText("#lines"))
        .contains("La fiche est écartée.", "La fiche est rouverte.", "Les données sont en vente.");
  }

  @Test
  void a_restricted_case_is_for_the_people_named_on_it_only() {
    Page page = signedIn(CISO);
    String reference = openCase(page, "Affaire sensible");
    page.navigate(address("incident/closing.xhtml?ref=" + reference));
    press(page, "restriction:restrict");
    Page analyst = signedIn("analyste.nor");
    String there = address("incident/detail.xhtml?ref=" + reference);
    assertThat(analyst.navigate(there).status()).isEqualTo(NOT_FOUND);
    page.selectOption(
        "[id='restriction:person']",
        page.locator("[id='restriction:person'] option:has-text('Analyste')")
            .first()
            .getAttribute("value"));
    press(page, "restriction:name");
    assertThat(analyst.navigate(there).status()).isEqualTo(200);
    assertThat(analyst.innerText(".case-line")).contains("Accès restreint");
    page.waitForNavigation(() -> page.click("[id$=':remove']"));
    assertThat(analyst.navigate(there).status()).isEqualTo(NOT_FOUND);
  }

  @Test
  void what_is_missing_for_closing_leads_to_where_it_is_done() {
    Page page = signedIn(CISO);
    String reference = openCase(page, "À clore un jour");
    page.navigate(address("incident/closing.xhtml?ref=" + reference));
    List<String> links =
        page.locator("#obstacles a").all().stream().map(a -> a.getAttribute("href")).toList();
    assertThat(links).hasSizeGreaterThan(3);
    assertThat(page.locator("[id='close:act']").count()).isZero();
    for (String link : links) {
      page.navigate(address(link.replaceFirst("^/", "")));
      assertThat(page.locator(".case-header .tabs [aria-current]").count()).as(link).isEqualTo(1);
    }
  }

  @Test
  void a_playbook_is_written_laid_down_on_a_case_and_worked_through_in_its_order() {
    Page page = signedIn(CISO);
    String code = "TRY_" + System.nanoTime();
    page.navigate(address("incident/playbook.xhtml"));
    page.fill("[id='playbookForm:code']", code);
    page.fill("[id='playbookForm:nameFr']", "Essai " + code);
    page.fill("[id='playbookForm:nameEn']", "Trial " + code);
    press(page, "playbookForm:save");
    item(page, code, "block", "Bloquer le compte", "");
    item(page, code, "call", "Appeler le titulaire", "block");
    page.waitForSelector("[id='itemList'] >> text=Appeler le titulaire");
    assertThat(page.locator("[id='itemList'] tbody tr").count()).isEqualTo(2);

    String reference = openCase(page, "Compte à bloquer");
    tab(page, reference, "tasks");
    page.waitForNavigation(() -> page.click("li:has-text('" + code + "') [id$=':start']"));
    page.click("a:has-text('Appeler le titulaire')");
    page.waitForLoadState();
    assertThat(page.innerText("#task")).contains("attend", "Bloquer le compte");
    assertThat(page.locator("[id='finishing:finish']").count()).isZero();
    tab(page, reference, "tasks");
    page.click("a:has-text('Bloquer le compte')");
    page.waitForLoadState();
    press(page, "taking:take");
    assertThat(page.innerText("#task")).contains("RSSI Normandie");
    page.fill("[id='finishing:result']", "Bloqué à 9 h 10.");
    press(page, "finishing:finish");
    assertThat(page.innerText("#settled")).contains("Bloqué à 9 h 10.");
    page.click("a:has-text('Appeler le titulaire')");
    page.waitForSelector("[id='finishing:finish']");
  }

  @Test
  void lines_comments_measures_and_pieces_are_kept_and_corrected_beside_not_over() {
    Page page = signedIn(CISO);
    String reference = openCase(page, "Main courante");
    tab(page, reference, "journal");
    page.fill("[id='journal:text']", "Le titulaire confirme.");
    press(page, "journal:write");
    page.click("a.correct");
    page.waitForLoadState();
    page.fill("[id='correction:text']", "Le titulaire infirme.");
    press(page, "correction:correct");
    assertThat(page.innerText("#lines"))
        .contains("Le titulaire confirme.", "Le titulaire infirme.", "Équipe régionale");
    page.fill("[id='commenting:comment']", "Rappeler demain.");
    press(page, "commenting:write");
    assertThat(page.innerText("#comments")).contains("Rappeler demain.");

    tab(page, reference, "measures&add=1");
    page.fill("[id='measureForm:description']", "Second facteur exigé");
    press(page, "measureForm:save");
    page.click("a:has-text('Second facteur exigé')");
    page.waitForLoadState();
    press(page, "inForce:done");
    Page other = signedIn("analyste.nor");
    tab(other, reference, "measures");
    other.click("a:has-text('Second facteur exigé')");
    other.waitForLoadState();
    press(other, "verifying:verify");
    assertThat(other.innerText("#measures")).contains("vérifiée par Analyste");

    tab(page, reference, "evidence");
    page.setInputFiles(
        "[id='attaching:files']",
        new FilePayload("été.txt", "text/plain", "abc".getBytes(StandardCharsets.UTF_8)));
    press(page, "attaching:attach");
    assertThat(
            page.waitForDownload(() -> page.click("#evidence a:has-text('été.txt')"))
                .suggestedFilename())
        .isEqualTo("été.txt");
  }

  private static void item(Page page, String code, String item, String title, String after) {
    page.navigate(address("incident/playbook.xhtml?item=new&code=" + code));
    page.fill("[id='itemForm:itemCode']", item);
    page.fill("[id='itemForm:position']", after.isEmpty() ? "1" : "2");
    page.fill("[id='itemForm:titleFr']", title);
    page.fill("[id='itemForm:titleEn']", title);
    page.fill("[id='itemForm:dueMinutes']", "60");
    if (!after.isEmpty()) {
      page.selectOption("[id='itemForm:dependsOn']", after);
    }
    press(page, "itemForm:saveItem");
  }

  private static void tab(Page page, String reference, String tab) {
    page.navigate(address("incident/detail.xhtml?ref=" + reference + "&tab=" + tab));
  }

  private static void press(Page page, String id) {
    page.waitForNavigation(() -> page.click("[id='" + id + "']"));
    assertNothingRefused(page);
  }

  private static void confirm(Page page) {
    page.waitForNavigation(() -> page.locator("dialog[open] [data-yes]").click());
    assertNothingRefused(page);
  }

  private static void assertNothingRefused(Page page) {
    assertThat(page.locator("[data-summary], .notice.error").allInnerTexts())
        .as(page.url())
        .isEmpty();
  }
}
