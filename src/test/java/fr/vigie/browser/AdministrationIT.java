package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The directory and its import, and the list of cases, clicked. */
class AdministrationIT extends BrowserTest {
  private static final Charset FRENCH = Charset.forName("windows-1252");

  @Test
  void an_import_is_rehearsed_reported_line_by_line_and_then_done() {
    String site = "14" + String.format("%07d", System.nanoTime() % 10_000_000);
    String name = "Hôpital de l’Été " + site;
    String file =
        "nom;region;type;finess_et;siren\r\n"
            + name
            + ";28;établissement;"
            + site
            + ";\r\n"
            + "=1+1;28;établissement;;\r\n"
            + "Clinique sans clé;28;clinique;;732829320\r\n";
    Page page = signedIn("rssi.nor");
    page.navigate(address("reference/import.xhtml"));
    choose(page, "etablissements.csv", file.getBytes(FRENCH));
    page.waitForSelector("td:has-text('" + name + "')");
    assertThat(row(page, "2")).contains("Ajouté");
    assertThat(row(page, "3")).contains("Rejeté", "Il manque un identifiant");
    assertThat(row(page, "4")).contains("Rejeté", "clinique");
    page.click("[id='report:run']");
    page.waitForSelector(
        "[id='report:run']",
        new Page.WaitForSelectorOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    page.navigate(address("reference/organisations.xhtml?q=" + site));
    page.click("a:has-text('" + name + "')");
    page.waitForLoadState();
    assertThat(page.innerText("h1")).isEqualTo(name);

    page.navigate(address("reference/import.xhtml"));
    choose(page, "faux.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8));
    page.waitForSelector("[id='upload:file-error']");
  }

  @Test
  void a_shared_service_is_described_with_who_plays_which_part() {
    String name = "Serveur d’identités " + System.nanoTime();
    Page page = signedIn("rssi.nor");
    page.navigate(address("reference/service.xhtml"));
    page.locator("input[id$=':name']").fill(name);
    page.locator("select[id$=':region']").selectOption("28");
    page.locator("main .button.primary").click();
    page.waitForURL("**/reference/service.xhtml?*id=*");
    assertThat(page.innerText("h1")).isEqualTo(name);
    page.navigate(address("reference/services.xhtml?region=28"));
    assertThat(page.innerText("main")).contains(name);
  }

  @Test
  void a_rule_proposed_by_mistake_is_compared_with_the_one_in_force_and_taken_back() {
    Page page = signedIn("admin");
    page.navigate(address("regime/rules.xhtml"));
    assertThat(page.innerText("main"))
        .contains("Notification 72 heures")
        .doesNotContain(" ,", "Au (inclus)");
    page.click("li:has-text('CNIL') a:has-text('Préparer une version') >> nth=0");
    assertThat(page.innerText("label[for='version:validTo']")).contains("facultatif");
    assertThat(page.innerText("label[for='version:validFrom']")).doesNotContain("facultatif");
    page.fill("[id='version:validFrom']", "01/03/2031");
    page.fill("[id='version:stages:0:amount']", "3");
    page.selectOption("[id='version:stages:0:unit']", "DAYS");
    page.click("[id='version:propose']");
    page.locator(".notice.done:focus").waitFor();
    page.click("li:has-text('proposée par') a[href*='rule=']");
    page.waitForLoadState();
    assertThat(page.innerText(".compared tr.changed:has-text('Délais')"))
        .contains("72 heures", "3 jours", "modifié");
    screenshot(page, "rule-compared", Look.PLAIN);
    page.click("[id='retraction:retract']");
    page.locator("dialog[open] [value='no']:focus").waitFor();
    page.click("dialog[open] [data-yes]");
    page.locator(".notice.done:has-text('retirée')").waitFor();
    assertThat(page.innerText("main")).doesNotContain("ne compte pas encore");
  }

  @Test
  void the_list_keeps_its_filters_in_the_address_and_going_back_works() {
    Page page = signedIn("rssi.nor");
    String reference = openCase(page, "Rançongiciel à filtrer");
    page.navigate(address("incident/list.xhtml"));
    page.fill("[id='q']", "à filtrer");
    page.selectOption("[id='state']", "OPEN");
    page.click("[id='filters'] button");
    page.waitForURL("**state=OPEN*");
    String filtered = page.url();
    page.click("a:has-text('" + reference + "')");
    page.waitForURL("**/incident/detail.xhtml?*");
    page.goBack();
    assertThat(page.url()).isEqualTo(filtered);
    assertThat(page.inputValue("[id='q']")).isEqualTo("à filtrer");
    assertThat(page.inputValue("[id='state']")).isEqualTo("OPEN");
    page.locator("th a:has-text('Titre')").click();
    page.waitForURL("**sort=*");
    assertThat(page.url()).contains("state=OPEN");
    page.navigate(address("incident/list.xhtml?q=zzzz-nothing"));
    assertThat(page.innerText("main")).containsPattern("0.fiche");
  }

  @Test
  void keys_search_open_a_case_and_show_themselves() {
    Page page = signedIn("rssi.nor");
    page.navigate(address("incident/list.xhtml"));
    page.keyboard().press("?");
    assertThat(page.innerText("[id='keys-dialog']")).contains("Raccourcis clavier");
    page.keyboard().press("Escape");
    page.waitForFunction( // the browser gives the focus back after the dialog is gone
        "() => !document.querySelector('dialog[open]') && document.activeElement === document.body");
    page.keyboard().press("/");
    page.locator("[id='search']:focus").waitFor();
    page.keyboard().type("zzzz");
    assertThat(page.inputValue("[id='search']")).isEqualTo("zzzz");
    page.keyboard().press("Enter");
    page.waitForURL("**zzzz*");
    page.keyboard().press("n");
    page.waitForURL("**/incident/new.xhtml*");
  }

  private static void choose(Page page, String name, byte[] content) {
    page.setInputFiles("[id='upload:file']", new FilePayload(name, "text/csv", content));
    page.click("[id='upload:rehearse']");
  }

  private static String row(Page page, String number) {
    return page.locator("main tbody tr:has(td:first-child:has-text('" + number + "'))")
        .first()
        .innerText();
  }
}
