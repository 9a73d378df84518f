package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Lines that may be about the same person, decided about by the controller's own DPO (BR-09). */
class DoubtsIT extends Journey {

  @Test
  void theDpoDecidesEachPairBeforeTheListIsProposed() {
    ApiCase made = new ApiCase(new Api(), "Lignes à vérifier").doubtful();
    reference = made.reference();
    Page analyst = as("analyste.nor");
    scope(analyst, made);
    assertThat(analyst.innerText("#propose")).contains("4 lignes restent à vérifier");
    assertThat(analyst.locator("a[href*='doubts']").count()).as("no names for the team").isZero();
    type(analyst, "proposal:method", "Croisement des journaux.");
    type(analyst, "proposal:residual", "Rien.");
    analyst.click("[id='proposal:propose']");
    analyst.waitForLoadState();
    assertThat(analyst.locator(".notice.error").innerText()).contains("encore à vérifier");

    Page dpo = as("dpo.chu-a");
    scope(dpo, made);
    follow(dpo, "#propose a[href*='doubts']");
    assertThat(cards(dpo).count()).isEqualTo(2);
    assertThat(cards(dpo).first().innerText())
        .contains("Durand", "DURAND", "A-0001", "A-0009", "identique", "différent")
        .contains("Ligne 2 de patients.csv", "12 avr. 1957")
        .doesNotContain("1957-04-12");
    assertThat(Axe.violations(dpo)).isEmpty();
    show(dpo, "doubts");
    onTelephone(dpo, "doubts");
    Page late = dpo.context().newPage();
    late.navigate(dpo.url());
    byKeyboard(dpo, "Même personne");
    assertThat(cards(dpo).count()).isEqualTo(1);
    assertThat(cards(dpo).first().innerText()).contains("Lefèvre");
    late.locator("[id$=':two']").first().click();
    late.waitForLoadState();
    assertThat(late.locator(".notice.error").innerText())
        .as("what was shown is decided already, and no other pair in its place")
        .contains("n’attendent pas de décision");
    pressFirst(dpo, "two");
    assertThat(dpo.innerText("main")).contains("Aucune ligne ne reste à vérifier");

    dpo.click("a[href*='settled=true']");
    dpo.waitForLoadState();
    assertThat(cards(dpo).allInnerTexts().toString())
        .contains("Même personne, selon DPO", "Deux personnes, selon DPO");
    show(dpo, "doubts-settled");
    pressFirst(dpo, "takeBack");
    scope(dpo, made);
    assertThat(dpo.innerText("#propose")).contains("2 lignes restent à vérifier");
    follow(dpo, "#propose a[href*='doubts']");
    pressFirst(dpo, "two");

    scope(analyst, made);
    type(analyst, "proposal:method", "Croisement des journaux.");
    type(analyst, "proposal:residual", "Rien.");
    press(analyst, "proposal:propose");
    assertThat(analyst.innerText("#scope-part")).contains("proposée");
    scope(dpo, made);
    assertThat(dpo.innerText("#scope-part")).contains("Personnes à informer").contains("4");
    open(dpo, "history");
    assertThat(dpo.innerText("main")).contains("une ou deux personnes").doesNotContain("Durand");
  }

  private static Locator cards(Page page) {
    return page.locator("[id='doubts'] section.card");
  }

  private void scope(Page page, ApiCase made) {
    open(page, "scope&involvement=" + made.hospital());
  }

  private static void byKeyboard(Page page, String button) {
    page.locator("input[value^='" + button + "']").first().focus();
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    assertNothingRefused(page);
  }
}
