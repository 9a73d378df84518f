package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import fr.vigie.launch.Slapd;
import fr.vigie.launch.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stolen account of a real OpenLDAP server: the directory is declared, the account found, blocked
 * and seen blocked; somebody opens it behind everybody's back; it is blocked again and given back.
 */
class ProvenBlockIT extends Journey {
  private static final String RPPS = "10000000108";
  private static final String SECRET = "le-secret-vole";
  private static final String THIEF = "uid=n.petit," + Slapd.PEOPLE;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void aStolenAccountIsBlockedSeenOpenAgainAndGivenBack(@TempDir Path folder) throws Exception {
    try (Slapd slapd = new Slapd(folder.resolve("slapd")).start()) {
      people(slapd);
      assertThat(signsIn(slapd)).as("the thief").isTrue();
      declare(as("rssi.nor"), slapd);
      Page analyst = as("analyste.nor");
      reference = openCase(analyst, "Compte volé");
      find(analyst);
      block(analyst);
      assertThat(signsIn(slapd)).as("the thief, once blocked").isFalse();
      reopen(slapd);
      alarm(analyst);
      blockAgain(analyst);
      giveBack(analyst, as("rssi.nor"));
      open(analyst, "journal");
      assertThat(analyst.innerText("main"))
          .contains("Un compte est vu bloqué", "vu ouvert", "levée d’un blocage est approuvée");
    }
  }

  private void declare(Page officer, Slapd slapd) {
    officer.navigate(address("containment/directories.xhtml"));
    follow(officer, "a[href*='containment/directory.xhtml']:not([href*='id='])");
    show(officer, "directory-kinds");
    follow(officer, "a[href*='kind=OPENLDAP']");
    type(officer, "directory:name", "Annuaire du CHU " + slapd.startTls().getPort());
    choose(officer, "directory:region", "28");
    type(officer, "directory:contact", "Astreinte annuaire, 01 99 00 01 11");
    type(officer, "directory:address", slapd.startTls().toString());
    type(officer, "directory:base", Slapd.BASE);
    type(officer, "directory:connectorLogin", Slapd.CONNECTOR);
    type(officer, "directory:secret", slapd.connectorSecret());
    type(officer, "directory:trust", slapd.trust());
    assertThat(Axe.violations(officer)).isEmpty();
    show(officer, "directory-form");
    press(officer, "directory:save");
    assertThat(officer.content()).doesNotContain(slapd.connectorSecret());
    press(officer, "directoryActs:test");
    assertThat(officer.innerText("main")).contains("La connexion fonctionne");
    type(officer, "newLog:logName", "Authentifications du VPN");
    type(officer, "newLog:keptHours", "72");
    press(officer, "newLog:addLog");
    assertThat(Axe.violations(officer)).isEmpty();
    show(officer, "directory");
    onTelephone(officer, "directory");
  }

  private void find(Page analyst) {
    open(analyst, "accounts");
    follow(analyst, "a[href*='containment/search']");
    type(analyst, "search:rpps", RPPS);
    press(analyst, "search:find");
    assertThat(analyst.url()).as("whom one looks for is not in the address").doesNotContain(RPPS);
    assertThat(analyst.innerText("main")).contains("n.petit", "n.petit-adm", "Actif");
    assertThat(Axe.violations(analyst)).isEmpty();
    show(analyst, "search");
    onTelephone(analyst, "search");
    press(analyst, "found:listAll");
    open(analyst, "accounts");
    follow(analyst, "a:text-is('n.petit')");
    assertThat(analyst.innerText("main")).contains("Autres comptes de cette personne");
    follow(analyst, "a[href*='containment/touched']");
    press(analyst, "touched:find");
    assertThat(analyst.innerText("main")).contains("c.voisin").doesNotContain("x.loin");
    assertThat(Axe.violations(analyst)).isEmpty();
    show(analyst, "touched");
    onTelephone(analyst, "touched");
    open(analyst, "accounts");
    follow(analyst, "a:text-is('n.petit')");
  }

  private void block(Page analyst) {
    assertThat(analyst.innerText("main")).contains("Authentifications du VPN, écrasé après 72");
    analyst.click("[id='accountBlock:block']");
    analyst.waitForLoadState();
    assertThat(analyst.locator("dialog[open]").count()).as("first, the logs").isZero();
    show(analyst, "block");
    check(analyst, "accountBlock:logs", "COPIED");
    type(analyst, "accountBlock:logsNote", "Coffre de la région");
    pressAndConfirm(analyst, "accountBlock:block");
    until(analyst, "Vu bloqué");
    assertThat(analyst.innerText("main")).contains("Fait et vérifié", "À faire à la main");
    assertThat(Axe.violations(analyst)).isEmpty();
    show(analyst, "blocked");
    onTelephone(analyst, "blocked");
  }

  private void alarm(Page analyst) {
    press(analyst, "accountLook:lookNow");
    until(analyst, "1 compte bloqué est vu ouvert");
    show(analyst, "reopened");
    analyst.navigate(address("index.xhtml"));
    assertThat(analyst.innerText("main")).contains("Comptes bloqués vus ouverts", reference);
    show(analyst, "desk-reopened");
    Page national = as("national");
    national.navigate(address("dashboard/national.xhtml"));
    assertThat(national.innerText("main")).contains("vu ouvert").doesNotContain("n.petit");
    show(national, "national-reopened");
    assertThat(Waiting.until(PATIENCE, this::isMailed, () -> false)).as("by mail").isTrue();
  }

  private boolean isMailed() throws Exception {
    for (var mail : demo().mail().mails()) {
      if (mail.getSubject().contains(reference) && mail.getSubject().contains("vu ouvert")) {
        return !mail.getContent().toString().contains("n.petit");
      }
    }
    return false;
  }

  private void blockAgain(Page analyst) {
    open(analyst, "accounts");
    follow(analyst, "a:text-is('n.petit')");
    check(analyst, "accountBlock:logs", "NONE");
    type(analyst, "accountBlock:logsNote", "Déjà copiés");
    pressAndConfirm(analyst, "accountBlock:block");
    until(analyst, "Vu bloqué");
  }

  private void giveBack(Page analyst, Page officer) {
    analyst.click("[id='account-lift'] summary");
    type(analyst, "liftAsk:liftReason", "Titulaire vu, poste réinstallé");
    type(analyst, "liftAsk:secretPath", "Remis en main propre");
    press(analyst, "liftAsk:askLift");
    officer.navigate(address("index.xhtml"));
    assertThat(officer.innerText("main")).contains("Levée du blocage de n.petit");
    open(officer, "accounts");
    follow(officer, "a:text-is('n.petit')");
    show(officer, "lifting");
    pressAndConfirm(officer, "liftApprove:approveLift");
    until(officer, "Rendu à son titulaire");
  }

  private static void until(Page page, String words) {
    boolean seen =
        Waiting.until(
            PATIENCE,
            () -> {
              page.reload();
              return page.innerText("main").contains(words);
            },
            () -> false);
    assertThat(seen).as(words).isTrue();
  }

  private static void people(Slapd slapd) throws LDAPException {
    add(slapd, "n.petit", RPPS, "chu-a.example");
    add(slapd, "n.petit-adm", RPPS, "chu-a.example");
    add(slapd, "c.voisin", "10000000116", "chu-a.example");
    add(slapd, "x.loin", "10000000124", "loin.example");
  }

  private static void add(Slapd slapd, String login, String rpps, String domain)
      throws LDAPException {
    try (LDAPConnection administrator = slapd.administrator()) {
      administrator.add(
          "dn: uid=" + login + "," + Slapd.PEOPLE,
          "objectClass: inetOrgPerson",
          "uid: " + login,
          "cn: Noor Petit",
          "sn: Petit",
          "mail: " + login + "@" + domain,
          "employeeNumber: " + rpps,
          "userPassword: " + SECRET);
    } catch (com.unboundid.ldif.LDIFException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the thief does: with the secret that was stolen. */
  private static boolean signsIn(Slapd slapd) {
    try (LDAPConnection connection = slapd.signIn(THIEF, SECRET)) {
      return connection.isConnected();
    } catch (LDAPException refused) {
      return false;
    }
  }

  /** Another process opens it behind everybody's back. */
  private static void reopen(Slapd slapd) throws LDAPException {
    try (LDAPConnection administrator = slapd.administrator()) {
      administrator.modify(
          THIEF, new Modification(ModificationType.DELETE, "pwdAccountLockedTime"));
    }
  }
}
