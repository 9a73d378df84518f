package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Several accounts blocked at once, as two people do it in the pages. */
class BlockingRunIT extends Journey {
  private static final String RUN = "containment/run.xhtml?id=";

  private final Api api = new Api();

  @Test
  void two_people_block_a_list_and_see_each_account_proven() throws IOException {
    String ref =
        api.ok(
                "analyste.nor",
                "POST /incidents",
                "{\"region\":\"28\",\"facts\":{\"title\":\"Comptes en nombre\"}}")
            .get("reference");
    String id =
        api.ok(
                "analyste.nor",
                "POST /incidents/{ref}/blocking-runs",
                "{\"list\":\"login\\ng.henry\\nh.jacob\\ni.lucas\\nj.noel\\n=cmd()\\n\\\"x\\n\"}",
                ref)
            .get("id");
    Page analyst = as("analyste.nor");
    analyst.navigate(address(RUN + id));
    analyst.waitForSelector("[id='ask:ask']"); // by itself, when all directories were asked
    assertThat(Axe.violations(analyst)).isEmpty();
    show(analyst, "run-found");
    onTelephone(analyst, "run-found");
    analyst.click("nav.tabs a[href*='result=FOUND'], .tabs a[href*='result=FOUND']");
    analyst.waitForLoadState();
    analyst.check("tr:has-text('j.noel') input[name='target']");
    press(analyst, "choose:leaveOut");
    assertThat(analyst.innerText(".notices")).contains("3 comptes");
    assertThat(analyst.url()).contains("result=FOUND");
    analyst.check("input[value='COPIED']");
    analyst.fill("[id='ask:logsNote']", "Coffre, 14 h");
    analyst.click("[id='ask:ask']");
    assertThat(analyst.innerText("#confirm-dialog"))
        .contains("Demander le blocage de 3 comptes", "avant l’accord d’une autre personne");
    analyst.click("#confirm-dialog [data-yes]");
    analyst.waitForSelector("#approve");
    assertThat(analyst.innerText("#approve")).contains("une autre personne approuve");
    show(analyst, "run-waiting");

    Page ciso = as("rssi.nor");
    ciso.navigate(address("index.xhtml"));
    ciso.navigate(address(RUN + id));
    ciso.click("[id='approve:approve']");
    ciso.click("#confirm-dialog [data-yes]");
    ciso.waitForSelector("[data-state='DONE']"); // by itself
    show(ciso, "run-done");
    assertThat(Axe.violations(ciso)).isEmpty();
    assertThat(ciso.innerText("[id='progress']")).contains("3 comptes traités sur 3");
    Download file = ciso.waitForDownload(() -> ciso.click("[id='file:download']"));
    assertThat(Files.readString(file.path()))
        .contains("'=cmd()", "Bloqué, prouvé", "Un guillemet n’est pas fermé");
    ciso.click("a:has-text('i.lucas')");
    ciso.waitForURL("**/incident/detail.xhtml?*account=*");
  }
}
