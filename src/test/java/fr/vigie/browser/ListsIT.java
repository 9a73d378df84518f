package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the DPO of a controller does with its list beside freezing it. */
class ListsIT extends Journey {
  private ApiLists lists;

  @Test
  void theDpoAnswersLinksTakesTheListOutAndLeavesTheDoubtsOfTheNextOne() throws IOException {
    lists = new ApiLists(new Api(), "Deux listes en commun").frozen();
    reference = lists.reference();
    Page dpo = as(ApiLists.DPO);
    link(dpo);
    takeOut(dpo);
    lists.grown();
    leaveDoubts(dpo);
    national();
  }

  private void link(Page dpo) {
    scope(dpo);
    look(dpo, "scope-shared");
    assertThat(dpo.innerText("#scope-part"))
        .contains("1 chez un autre responsable de la fiche")
        .as("one's own list only")
        .doesNotContain("personnes distinctes");
    Page rssi = as("rssi.nor");
    scope(rssi);
    assertThat(rssi.innerText("#scope-part")).contains("entre 5 et 6");
    follow(dpo, "#scope-part a[href*='/investigation/shared']");
    assertThat(dpo.innerText("main"))
        .contains("même personne, établi", "à vérifier", "Partagé")
        .doesNotContain("PARTAGE", "Autre");
    look(dpo, "shared");
    pressFirst(dpo, "two");
    assertThat(dpo.innerText("main"))
        .contains("deux personnes, rapprochement défait", "Vous avez dit");
    look(dpo, "shared-said");
    pressFirst(dpo, "takeBack");
    assertThat(dpo.innerText("main")).doesNotContain("Vous avez dit");
  }

  private void takeOut(Page dpo) throws IOException {
    scope(dpo);
    follow(dpo, "#scope-part a[href*='/investigation/export']");
    look(dpo, "export");
    type(dpo, "export:recipient", "Accueil téléphonique");
    type(dpo, "export:reason", "Réponse aux appels des personnes");
    Download taken = dpo.waitForDownload(() -> dpo.click("[id='export:take']"));
    assertThat(taken.suggestedFilename()).endsWith(".csv.p7m");
    assertThat(Files.size(taken.path())).isPositive();
    dpo.reload();
    assertThat(dpo.innerText("main")).contains("pour Accueil téléphonique");
    look(dpo, "export-done");
    type(dpo, "certificate:pem", "rien d’un certificat");
    dpo.click("[id='certificate:register']");
    dpo.waitForSelector("[data-summary]");
    assertThat(dpo.locator("[id='certificate:pem']").getAttribute("aria-invalid"))
        .isEqualTo("true");
  }

  private void leaveDoubts(Page dpo) {
    scope(dpo);
    follow(dpo, "#propose a[href*='doubts']");
    look(dpo, "doubts-rest");
    pressAndConfirm(dpo, "doubts:rest");
    assertThat(dpo.locator("[id='doubts:rest']").count()).isZero();
    assertThat(dpo.innerText("main")).contains("comptent chacune pour une personne");
    dpo.reload();
    look(dpo, "doubts-left");
    assertThat(dpo.innerText("main")).contains("Le reste n’est pas examiné");
    scope(dpo);
    look(dpo, "scope-left");
    assertThat(dpo.innerText("#propose"))
        .contains("n’ont pas été examinées")
        .doesNotContain("avant de proposer");
  }

  private void national() {
    Page national = as("national");
    national.navigate(address("dashboard/national.xhtml"));
    assertThat(national.innerText("main")).contains("Personnes distinctes");
    look(national, "national");
  }

  private void look(Page page, String name) {
    assertThat(Axe.violations(page)).as(name).isEmpty();
    show(page, "lists-" + name);
    onTelephone(page, "lists-" + name);
  }

  private void scope(Page page) {
    open(page, "scope&involvement=" + lists.hospital());
  }
}
