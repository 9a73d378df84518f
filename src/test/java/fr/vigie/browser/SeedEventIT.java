package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.vigie.launch.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The September 2025 event (a stolen professional account opened a regional identity server), told
 * as if it began a few hours ago: from the first alert to the closing, by the people of two
 * regions, with the national coordination looking on. Each step leaves a screenshot for the user
 * guide.
 */
class SeedEventIT extends Journey {
  private static final String PERSONS =
      """
      NOM;PRENOM;DATE_NAISSANCE;TELEPHONE;COURRIEL;IPP
      Durand;Élise;12/04/1957;0199000101;elise.durand@example.org;A-0001
      Lefèvre;Noël;03/11/1984;0199000102;noel.lefevre@example.org;A-0002
      N'Guyen;Anaïs;29/02/1992;0199000103;anais.nguyen@example.org;A-0003
      Martin;Œdipe;01/01/1940;0199000104;oedipe.martin@example.org;A-0004
      Le Goff;Maël;17/07/2001;0199000105;mael.legoff@example.org;A-0005
      """;

  private String neighbours;

  @Test
  void theSeedEventGoesFromTheFirstAlertToItsClosing() {
    detection();
    facts();
    secondRegion();
    containment();
    scope();
    declarations();
    notification();
    returns();
    promises();
    closing();
    lookingOn();
  }

  private void detection() {
    Page analyst = as("analyste.nor");
    analyst.navigate(address("incident/new.xhtml"));
    type(analyst, "form:title", "Compte usurpé : serveur d’identités régional");
    type(analyst, "form:firstSignal", hoursAgo(8));
    type(
        analyst,
        "form:description",
        "Le compte d’un professionnel a servi à lire des identités de patients sur le serveur partagé.");
    press(analyst, "form:report");
    reference = analyst.url().replaceFirst(".*[?&]ref=([A-Z0-9-]+).*", "$1");
    assertThat(reference).startsWith("NOR-");
    show(analyst, "case-opened");
    assertThat(analyst.locator(".case-now .columns").innerText())
        .contains("Revient à : RSSI régional".replace(" :", "\u202f:"));

    Page ciso = as("rssi.nor");
    open(ciso, "summary");
    ciso.click(".case-now .columns a[href$='#qualify']");
    type(ciso, "qualify:qualified", hoursAgo(7));
    type(
        ciso,
        "qualify:reason",
        "Accès de nuit depuis une adresse inconnue, titulaire joint : pas lui.");
    press(ciso, "qualify:act");

    involve("analyste.nor", "CHU de démonstration A", "CONTROLLER");
    involve("analyste.nor", "Centre psychiatrique de démonstration B", "CONTROLLER");
    show(as("analyste.nor"), "controllers");

    mistaken();

    Page hospital = as("analyste.nor");
    controller(hospital, "CHU de démonstration A");
    type(hospital, "awareness:aware", hoursAgo(5));
    type(
        hospital,
        "awareness:justification",
        "Le RSSI régional a confirmé que des identités ont été lues.");
    press(hospital, "awareness:propose");
    Page dpo = as("dpo.chu-a");
    decide(dpo, "Approuver la prise de connaissance de CHU de démonstration A");
    press(dpo, "approveAwareness:approve");
    score(dpo);
    controller(dpo, "CHU de démonstration A");
    check(dpo, "riskDecision:risk", "HIGH");
    type(
        dpo,
        "riskDecision:reason",
        "Nom, téléphone et courriel entre des mains inconnues : hameçonnage.");
    press(dpo, "riskDecision:propose");
    assertThat(awaited(dpo)).as("of their own proposal").doesNotContain("le risque");
    Page director = as("directeur.chu-a");
    decide(director, "Approuver le risque pour CHU de démonstration A");
    press(director, "approveRisk:approve");
    assertThat(awaited(director)).doesNotContain("le risque");
    show(director, "controller");

    Page other = as("directeur.ch-b");
    controller(other, "Centre psychiatrique de démonstration B");
    type(other, "noBreach:reason", "Aucune ligne de ce centre dans les journaux du compte usurpé.");
    press(other, "noBreach:save");
    Page approver = as("dpo.ch-b");
    controller(approver, "Centre psychiatrique de démonstration B");
    press(approver, "approveNoBreach:approve");
  }

  /** A processor added by mistake shows what concerns it, and leaves the case again. */
  private void mistaken() {
    involve("analyste.nor", "Centre hospitalier de démonstration C", "PROCESSOR");
    Page analyst = as("analyste.nor");
    controller(analyst, "Centre hospitalier de démonstration C");
    assertThat(analyst.locator("[id='processor']").count()).isEqualTo(1);
    assertThat(analyst.locator("[id='awareness'], [id='risk'], [id='numbers']").count()).isZero();
    type(analyst, "withdraw:reason", "Cherché par un bout de son nom.");
    pressAndConfirm(analyst, "withdraw:act");
    assertThat(analyst.locator("[id$='involvements']").innerText())
        .doesNotContain("Centre hospitalier de démonstration C");
  }

  /** What is known of the event itself; the rest stays "not known yet". */
  private void facts() {
    Page analyst = as("analyste.nor");
    analyst.navigate(address("incident/detail.xhtml?ref=" + reference + "&edit=1"));
    choose(analyst, "facts:cause", "EXTERNE_MALVEILLANT");
    choose(analyst, "facts:personalData", "YES");
    choose(analyst, "facts:confidentialityLost", "YES");
    choose(analyst, "facts:integrityLost", "NO");
    choose(analyst, "facts:availabilityLost", "NO");
    choose(analyst, "facts:patientImpact", "AUCUN");
    type(analyst, "facts:occurredFrom", hoursAgo(30));
    choose(analyst, "facts:occurredFrom-known", "ESTIMATED");
    analyst.click("button[aria-label='Maintenant, Connaissance de l’attaque']");
    press(analyst, "facts:save");
    controller(analyst, "CHU de démonstration A");
    check(analyst, "numbers:dataCategories", "ETAT_CIVIL");
    check(analyst, "numbers:dataCategories", "COORDONNEES");
    press(analyst, "numbers:save");
    show(analyst, "facts");
  }

  /** General hospital, unknown recipients, malice: 3 exactly, a bound, so a written decision. */
  private void score(Page dpo) {
    follow(dpo, "a[href*='/incident/severity']");
    assertThat(dpo.innerText("#result")).as("nothing is scored yet").doesNotContain("Gravité");
    choose(dpo, "form:context", "SIMPLE");
    choose(dpo, "form:adjustment", "1");
    choose(dpo, "form:identification", "MAXIMUM");
    choose(dpo, "form:confidentiality", "UNKNOWN_RECIPIENTS");
    dpo.check("[id='form:malicious']");
    dpo.click("[id='form:preview']");
    dpo.locator("#result:focus").waitFor();
    assertThat(dpo.innerText(".field:has([id='form:decision']) label"))
        .as("close to a bound")
        .doesNotContain("facultatif");
    type(dpo, "form:reasons", "Être patient de l’hôpital, rien de plus ; nom avec téléphone.");
    type(dpo, "form:decision", "À la limite : retenu élevé, l’hameçonnage est probable.");
    press(dpo, "form:keep");
    assertThat(dpo.content()).contains("élevée");
    show(dpo, "severity");
  }

  /** The same servers are shared: the neighbouring region runs its own case, to its own degree. */
  private void secondRegion() {
    Page analyst = as("analyste.hdf");
    neighbours = openCase(analyst, "Serveur partagé : recherche du compte usurpé");
    assertThat(neighbours).startsWith("HDF-");
    String own = reference;
    reference = neighbours;
    involve("analyste.hdf", "Centre hospitalier de démonstration C", "CONTROLLER");
    open(analyst, "summary");
    show(analyst, "second-region");
    reference = own;
  }

  private void containment() {
    Page analyst = as("analyste.nor");
    open(analyst, "accounts");
    type(analyst, "newAccount:login", "dr.demo");
    type(analyst, "newAccount:system", "Serveur d’identités régional");
    press(analyst, "newAccount:list");
    choose(analyst, "accountStep:state", "action.DISABLE");
    type(analyst, "accountStep:doneAt", hoursAgo(4));
    type(analyst, "accountStep:doneBy", "Astreinte du GRADeS");
    press(analyst, "accountStep:record");
    analyst.setInputFiles(
        "[id='accountProof:proof']",
        new FilePayload(
            "annuaire.txt", "text/plain", "dr.demo: disabled".getBytes(StandardCharsets.UTF_8)));
    press(analyst, "accountProof:prove");
    assertThat(analyst.content()).contains("Preuve apportée");
    analyst.click("#account-edit summary");
    type(analyst, "accountEdit:holder", "Dr Démo");
    type(analyst, "accountEdit:rpps", "12345678901");
    press(analyst, "accountEdit:describe");
    assertThat(analyst.content()).contains("Dr Démo", "la clé est fausse");
    Page dpo = as("dpo.chu-a");
    open(dpo, "accounts");
    assertThat(dpo.content())
        .contains("1 compte est suivi par l’équipe régionale", "bloqué avec preuve")
        .doesNotContain("Ajoutez chaque compte", "dr.demo");
    open(dpo, "evidence");
    assertThat(dpo.content()).contains("Aucune pièce ne vous est montrée");
    assertThat(analyst.content()).contains("Preuve jointe");
    show(analyst, "account-blocked");
  }

  private void scope() {
    Page analyst = as("analyste.nor");
    open(analyst, "scope");
    open(analyst, "scope");
    follow(analyst, "tr:has-text('CHU de démonstration A') a[href*='/investigation/import']");
    analyst.setInputFiles(
        "[id='upload:file']",
        new FilePayload(
            "patients.csv",
            "text/csv",
            PERSONS.getBytes(java.nio.charset.Charset.forName("windows-1252"))));
    press(analyst, "upload:receive");
    show(analyst, "import-columns");
    choose(analyst, "mapping:exposure", "VIEWED");
    type(
        analyst, "mapping:reason", "Fiches ouvertes par la session hostile, d’après les journaux.");
    press(analyst, "mapping:run");
    show(analyst, "import-result");
    openScope(analyst);
    type(analyst, "proposal:method", "Croisement des journaux d’accès et du compte usurpé.");
    if (analyst.locator("[id='proposal:residual']").count() > 0) {
      type(analyst, "proposal:residual", "Aucun journal manquant sur la fenêtre d’attaque.");
    }
    press(analyst, "proposal:propose");
    Page ciso = as("rssi.nor");
    openScope(ciso);
    pressAndConfirm(ciso, "approval:approve");
    show(ciso, "scope-frozen");
  }

  private void declarations() {
    decideRegimes("rssi.nor");
    declare("CHU de démonstration A", "dpo.chu-a", "directeur.chu-a", "CNIL-2026-000123");
    declare("Toute la fiche", "analyste.nor", "directeur.nor", "SANTE-2026-0456");
    show(as("analyste.nor"), "declarations");
  }

  private void notification() {
    Page analyst = as("analyste.nor");
    open(analyst, "notification");
    analyst.locator("[id$=':write']").last().click(); // in the order of names: centre B, CHU A
    analyst.waitForLoadState();
    assertThat(analyst.content()).contains("CHU de démonstration A");
    show(analyst, "message-with-gaps");
    onTelephone(analyst, "message-with-gaps");
    assertThat(analyst.content()).contains("Il reste un passage à écrire");
    for (Locator block : analyst.locator("textarea").all()) {
      block.fill(
          block
              .inputValue()
              .replaceAll("\\[à compléter[^\\]]*\\]", "le serveur d’identités, de 9 h à 17 h"));
    }
    press(analyst, "message:propose");
    show(analyst, "message-proposed");
    Page dpo = as("dpo.chu-a");
    dpo.navigate(analyst.url());
    assertThat(dpo.locator("#example").innerText()).contains("Camille Exemple");
    pressAndConfirm(dpo, "message:approve");
    show(dpo, "message-approved");
    open(dpo, "notification");
    show(dpo, "ready-to-build");
    pressFirst(dpo, "build");
    show(dpo, "wave-built");
    type(dpo, "start:notice", hoursAgo(1));
    type(dpo, "start:centre", hoursAgo(1));
    pressAndConfirm(dpo, "start:start");
    assertThat(Waiting.until(Duration.ofSeconds(90), () -> allSent(dpo), () -> false)).isTrue();
    assertThat(demo().mail().await(5, 1_000)).isTrue();
    show(dpo, "persons-sent");
  }

  private static boolean allSent(Page wave) {
    wave.reload();
    return wave.locator("td:has-text('@vigie')").count() == 5;
  }

  /** The server took all five: nobody is informed before the mailbox of returns was read. */
  private void returns() {
    Page dpo = as("dpo.chu-a");
    dpo.reload();
    assertThat(dpo.content()).contains("0 sur 5 personnes traitées");
    assertThat(obstacles()).contains("5 personnes à informer");
    String returned = dpo.locator("td:has-text('@vigie')").first().innerText();
    type(dpo, "returns:returned", "Non remis. Original-Message-ID: " + returned);
    press(dpo, "returns:read");
    assertThat(dpo.content()).contains("4 sur 5 personnes traitées");
    show(dpo, "returns-read");
    open(dpo, "deadlines");
    assertThat(clock(dpo, "Information des personnes")).doesNotContain("Fait");
    dpo.goBack();
    assertThat(dpo.inputValue("[id='decide:group']")).isEmpty();
    assertThat(dpo.inputValue("[id='decide:decision']")).isEmpty();
    choose(dpo, "decide:group", "BOUNCED");
    choose(dpo, "decide:decision", "SECOND_CHANNEL");
    type(dpo, "decide:reason", "Lettre recommandée remise le jour même.");
    dpo.click("[id='decide:decide']");
    assertThat(dpo.locator("#confirm-text").innerText())
        .contains("Revenu", "(1)", "Informé par courrier");
    dpo.waitForNavigation(() -> dpo.locator("dialog[open] [data-yes]").click());
    assertNothingRefused(dpo);
    assertThat(dpo.content()).contains("5 sur 5 personnes traitées", "envoi terminé");
    assertThat(dpo.locator("[id$='messages']").innerText())
        .contains("Lettre recommandée remise le jour même.");
    follow(dpo, "[id$='messages'] a[href*='message=']");
    assertThat(dpo.evaluate("document.activeElement.id")).isEqualTo("preview");
    onTelephone(dpo, "wave");
    open(dpo, "deadlines");
    show(dpo, "clock-of-persons");
    open(dpo, "notification");
    show(dpo, "persons-informed");
    onTelephone(dpo, "persons-informed");
  }

  private String clock(Page page, String name) {
    return page.locator("ul.clocks > li")
        .filter(new Locator.FilterOptions().setHasText(name))
        .first()
        .innerText();
  }

  private String obstacles() {
    Page director = as("directeur.nor");
    director.navigate(address("incident/closing.xhtml?ref=" + reference));
    return director.locator("main").innerText();
  }

  /** Both initial ones left as incomplete: what they promised comes before closing. */
  private void promises() {
    assertThat(obstacles()).contains("complémentaire");
    complete("CHU de démonstration A", "dpo.chu-a", "CNIL-2026-000124");
    complete("Toute la fiche", "directeur.nor", "SANTE-2026-0457");
    assertThat(obstacles()).doesNotContain("complémentaire");
  }

  /** What cannot be found out is said to be so. */
  private void complete(String whose, String signatory, String number) {
    Page page = as("analyste.nor");
    open(page, "declarations");
    page.locator("ul.declarations > li")
        .filter(new Locator.FilterOptions().setHasText(whose))
        .locator("a[href*='/declaration/detail']")
        .last()
        .click();
    page.waitForLoadState();
    press(page, "following:complement");
    String declaration = page.url();
    List<String> sections =
        page.locator("a[href*='edit=']:not(#gaps a)").all().stream()
            .map(link -> link.getAttribute("href"))
            .toList();
    for (String section : sections) {
      page.navigate(demo().address().resolve(section).toString());
      page.locator("select[id$='-known']")
          .evaluateAll(
              "all => all.filter(s => s.value === 'NOT_KNOWN_YET')"
                  + ".forEach(s => { s.value = 'CANNOT_BE_DETERMINED'; })");
      press(page, "answers:save");
    }
    page.navigate(declaration);
    press(page, "submitting:submit");
    file(declaration, signatory, number, true);
  }

  private void file(String declaration, String signatory, String number, boolean withReceipt) {
    Page signing = as(signatory);
    signing.navigate(declaration);
    pressAndConfirm(signing, "signing:approve");
    onTelephone(signing, "to-file-" + number);
    signing.click("[id='sending'] button[data-act='now']");
    type(signing, "sending:acknowledgement", number);
    if (withReceipt) {
      signing.setInputFiles("[id='sending:files']", receipt(number));
    }
    pressAndConfirm(signing, "sending:sent");
    assertThat(signing.content()).contains(number);
    if (!withReceipt) {
      assertThat(signing.content()).contains("Accusé sans fichier");
      show(signing, "without-receipt-" + number);
      String hash = signing.locator("code.hash").last().innerText();
      signing.setInputFiles("[id='receiving:files']", receipt(number));
      press(signing, "receiving:receive");
      assertThat(signing.locator("code.hash").last().innerText()).isEqualTo(hash);
    }
    assertThat(signing.content())
        .contains("recu-" + number + ".pdf")
        .doesNotContain("Accusé sans fichier");
    show(signing, "sent-" + number);
    onTelephone(signing, "sent-" + number);
  }

  private static FilePayload receipt(String number) {
    return new FilePayload(
        "recu-" + number + ".pdf",
        "application/pdf",
        ("%PDF-1.4 " + number).getBytes(StandardCharsets.UTF_8));
  }

  private void closing() {
    Page director = as("directeur.nor");
    director.navigate(address("incident/closing.xhtml?ref=" + reference));
    show(director, "before-closing");
    type(director, "close:note", "Comptes bloqués, personnes informées, déclarations déposées.");
    pressAndConfirm(director, "close:act");
    open(director, "summary");
    assertThat(director.locator(".case-header").innerText()).contains("clos");
    show(director, "closed");
  }

  private void lookingOn() {
    Page neighbour = as("analyste.hdf");
    neighbour.navigate(address("incident/detail.xhtml?ref=" + reference));
    assertThat(neighbour.title()).contains("introuvable");
    Page home = as("analyste.nor");
    home.navigate(address("incident/detail.xhtml?ref=" + neighbours));
    assertThat(home.title()).contains("introuvable");
    Page national = as("national");
    national.navigate(address("dashboard/national.xhtml"));
    assertThat(national.content())
        .contains("Normandie", "arrondi au multiple de 5")
        .doesNotContain("Durand", reference, neighbours);
    assertThat(national.locator("tbody tr:has-text('Hauts-de-France')").first().innerText())
        .containsPattern("Hauts-de-France\\D*[1-9]");
    show(national, "national");
  }

  // Steps that come back

  private void involve(String who, String organisation, String role) {
    Page analyst = as(who);
    open(analyst, "controllers");
    type(analyst, "involve:seek", organisation);
    press(analyst, "involve:search");
    assertThat(analyst.locator("[name='involve:organisation']:checked").count()).isZero();
    analyst.getByLabel(organisation).first().check();
    choose(analyst, "involve:role", role);
    press(analyst, "involve:add");
  }

  /** Opens from the desk what waits for this person's decision. */
  private void decide(Page page, String sentence) {
    assertThat(awaited(page)).contains(sentence, reference, "propos");
    page.locator("#decisions li")
        .filter(new Locator.FilterOptions().setHasText(sentence))
        .filter(new Locator.FilterOptions().setHasText(reference))
        .locator("a")
        .click();
    page.waitForLoadState();
  }

  private static String awaited(Page page) {
    page.navigate(address("index.xhtml"));
    return page.innerText("#decisions");
  }

  private void controller(Page page, String organisation) {
    open(page, "controllers");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(organisation).setExact(true))
        .first()
        .click();
    page.waitForLoadState();
  }

  private void openScope(Page page) {
    open(page, "scope");
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName("CHU de démonstration A").setExact(true))
        .first()
        .click();
    page.waitForLoadState();
  }

  /** Every regime still to be determined: those of the seed event apply, the others do not. */
  private void decideRegimes(String login) {
    Page page = as(login);
    for (int i = 0; i < 12; i++) {
      open(page, "deadlines");
      Locator undecided =
          page.locator("ul.clocks > li")
              .filter(new Locator.FilterOptions().setHas(page.getByText("Décider")));
      if (undecided.count() == 0) {
        return;
      }
      assertThat(undecided.first().getByRole(AriaRole.LINK).innerText())
          .as("a link says what it decides about")
          .contains("Décider", "\u202f: ");
      boolean health = undecided.first().innerText().contains("Signalement santé");
      undecided.first().locator("a[href*='clock=']").click();
      page.waitForLoadState();
      check(page, "decide:applicability", health ? "APPLIES" : "DOES_NOT_APPLY");
      type(page, "decide:reason", "Décision de la cellule de crise.");
      press(page, "decide:decideAct");
    }
  }

  private void declare(String whose, String submitter, String signatory, String number) {
    Page page = as("analyste.nor");
    open(page, "declarations");
    page.locator("ul.declarations > li")
        .filter(new Locator.FilterOptions().setHasText(whose))
        .locator("[id$=':prepare']")
        .click();
    page.waitForLoadState();
    String declaration = page.url();
    show(page, "declaration-" + number);
    if (whose.equals("Toute la fiche")) {
      page.navigate(declaration + "&edit=declarant");
      type(page, "answers:declarant_name", "Directeur de démonstration du GRADeS");
      type(page, "answers:overrideReason", "Personne désignée pour déclarer.");
      press(page, "answers:save");
      page.navigate(declaration);
    }
    Page submitting = as(submitter);
    submitting.navigate(declaration);
    press(submitting, "submitting:submit");
    assertThat(submitting.locator("[id='signing:approve']").count()).as("own hand").isZero();
    if (submitter.startsWith("dpo")) {
      assertThat(submitting.locator("main").innerText())
          .contains("une autre personne doit décider");
    }
    file(declaration, signatory, number, whose.equals("CHU de démonstration A"));
  }
}
