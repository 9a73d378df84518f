package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/**
 * From the access log of an application to numbers, in the pages, and from a number to its lines.
 */
class LogScopeIT extends Journey {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** A night of September in local time: the holder until midnight, the intruder after. */
  private static final String LOG =
      "Horodatage;Utilisateur;Adresse IP;Session;Action;IPP;Domaine;Résultat;Nb résultats\n"
          + "04/09/2025 22:10:00;c.fictive;10.20.0.9;S1;CONSULTATION;A100;140000100;OK;\n"
          + "04/09/2025 22:40:00;c.fictive;10.20.0.9;S1;CONSULTATION;A101;140000100;OK;\n"
          + "04/09/2025 23:20:00;m.exemple;10.20.0.7;S2;CONSULTATION;A102;140000100;OK;\n"
          + "05/09/2025 00:15:00;c.fictive;203.0.113.7;S3;RECHERCHE;A103|A104;140000100;OK;2\n"
          + "05/09/2025 00:16:00;c.fictive;203.0.113.7;S3;CONSULTATION;A103;140000100;OK;\n"
          + "05/09/2025 00:50:00;c.fictive;203.0.113.7;S3;EXPORT;B200;140000200;OK;\n"
          + "05/09/2025 01:20:00;c.fictive;203.0.113.7;S3;CONSULTATION;A105;140000100;ÉCHEC;\n"
          + "05/09/2025 hier;c.fictive;203.0.113.7;S3;CONSULTATION;A106;140000100;OK;\n"
          + "05/09/2025 02:00:00;m.exemple;10.20.0.7;S4;CONSULTATION;A107;140000100;OK;\n";

  private final Api api = new Api();

  @Test
  void an_analyst_counts_patients_from_a_log_and_opens_the_lines_behind_a_number() {
    String ref =
        api.ok(
                "analyste.nor",
                "POST /incidents",
                "{\"region\":\"28\",\"facts\":{\"title\":\"Journaux à lire\"}}")
            .get("reference");
    api.ok(
        "analyste.nor",
        "POST /incidents/{ref}/accounts",
        "{\"login\":\"c.fictive\",\"system\":\"Annuaire régional\",\"holder\":\"\",\"rpps\":\"\",\"rights\":\"\"}",
        ref);
    reference = ref;
    Page page = as("analyste.nor");
    declare(page, ref);
    receive(page, ref);
    ask(page, ref);
    read(page);
    decide(page);
    Page other = as("analyste.hdf");
    assertThat(other.navigate(page.url()).status()).isEqualTo(404);
  }

  private void declare(Page page, String ref) {
    page.navigate(address("accesslog/source.xhtml?ref=" + ref));
    page.selectOption(
        "[id='source:organisation']",
        new com.microsoft.playwright.options.SelectOption().setIndex(1));
    type(page, "source:name", "Serveur d’identités " + ref);
    page.check("[id='source:listCategories'] input[value='ETAT_CIVIL']");
    page.check("[id='source:viewCategories'] input[value='COORDONNEES']");
    show(page, "logs-source");
    press(page, "source:save");
    for (String domain : new String[] {"140000100", "140000200"}) {
      type(page, "addDomain:domain", domain);
      page.selectOption(
          "[id='addDomain:controller']",
          new com.microsoft.playwright.options.SelectOption()
              .setIndex(domain.endsWith("100") ? 1 : 2));
      type(page, "addDomain:patients", "5000");
      press(page, "addDomain:addDomain");
    }
    assertThat(Axe.violations(page)).isEmpty();
  }

  private void receive(Page page, String ref) {
    open(page, "scope");
    page.navigate(address("accesslog/logs.xhtml?ref=" + ref));
    page.selectOption(
        "[id='upload:source']",
        page.locator("[id='upload:source'] option", new Page.LocatorOptions().setHasText(ref))
            .getAttribute("value"));
    page.setInputFiles(
        "[id='upload:file']",
        new FilePayload("journal-identites.csv", "text/csv", LOG.getBytes(WINDOWS)));
    press(page, "upload:receive");
    assertThat(page.inputValue("[id='shape:charset']")).isEqualTo("windows-1252");
    assertThat(page.inputValue("[id='shape:timeFormat']")).isEqualTo("FRENCH");
    assertThat(page.inputValue("[id='shape:column5']")).isEqualTo("PATIENT");
    assertThat(Axe.violations(page)).isEmpty();
    show(page, "logs-shape");
    onTelephone(page, "logs-shape");
    press(page, "shape:confirm");
    page.waitForSelector("[data-state='READ']"); // by itself
    assertThat(page.innerText("#rejected"))
        .contains("heure illisible")
        .doesNotContain("hier;c.fictive");
    page.click("#rejected a:has-text('Lire les lignes')");
    page.waitForSelector(".log-line");
    assertThat(page.innerText("#rejected")).contains("hier;c.fictive");
    show(page, "logs-file");
    page.navigate(address("accesslog/logs.xhtml?ref=" + ref));
    show(page, "logs-list");
    assertThat(Axe.violations(page)).isEmpty();
  }

  private void ask(Page page, String ref) {
    page.navigate(address("accesslog/question.xhtml?ref=" + ref));
    type(page, "question:addresses", "203.0.113.0/24");
    type(page, "question:from", "04/09/2025 22:00");
    type(page, "question:until", "05/09/2025 02:30");
    assertThat(Axe.violations(page)).isEmpty();
    show(page, "logs-question");
    onTelephone(page, "logs-question");
    page.click("[id='question:ask']");
    page.waitForSelector("[data-summary]");
    assertThat(page.innerText("main")).contains("n’est pas une adresse IP");
    type(page, "question:addresses", "203.0.113.7");
    press(page, "question:ask");
    page.waitForSelector("[data-state='DONE']"); // by itself
    page.waitForSelector("#parts");
    assertThat(page.innerText("main")).contains("le compte c.fictive", "203.0.113.7");
    show(page, "logs-answer");
    onTelephone(page, "logs-answer");
    assertThat(Axe.violations(page)).isEmpty();
  }

  /** From a number to its lines, then to their words. */
  private void read(Page page) {
    Locator viewed =
        page.locator("#parts section").first().locator("tr:has-text('Dossier ouvert') a").first();
    assertThat(viewed.innerText()).startsWith("1");
    String answer = page.url();
    viewed.click();
    page.waitForURL("**/accesslog/lines.xhtml?*");
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    assertThat(page.innerText("main")).contains("ligne 6").doesNotContain("A103");
    page.click("a:has-text('Lire les lignes')");
    page.waitForSelector(".log-line");
    assertThat(page.innerText("main")).contains("S3;CONSULTATION;A103", "empreinte vérifiée");
    show(page, "logs-lines");
    onTelephone(page, "logs-lines");
    assertThat(Axe.violations(page)).isEmpty();
    page.navigate(answer);
  }

  private void decide(Page page) {
    assertThat(page.innerText("#parts")).contains("(2 à 5");
    page.click("button:has-text('de cette page')");
    assertThat(page.locator("input[name='sitting']:not(:checked)").count()).isZero();
    page.locator("input[name='sitting']").all().forEach(Locator::uncheck);
    page.check("tr:has-text('S1') input[name='sitting']");
    check(page, "sittings:verdict", "LEGITIMATE");
    type(page, "sittings:reason", "De garde ce soir-là, confirmé au numéro connu");
    pressAndConfirm(page, "sittings:decide");
    assertThat(page.url()).endsWith("#sitting-list");
    assertThat(page.innerText("#sitting-list")).contains("De garde ce soir-là");
    assertThat(page.innerText("#parts")).contains("(2 à 5"); // the rest is the holder's own
    show(page, "logs-decided");
  }
}
