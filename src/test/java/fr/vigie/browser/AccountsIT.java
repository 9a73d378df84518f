package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.vigie.identity.User;
import fr.vigie.launch.Waiting;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Accounts: roles given by two, passwords given and chosen, sessions and tokens that end with them.
 */
class AccountsIT extends BrowserTest {
  private static final String FIRST = "Trois-chats-verts-42";
  private static final String SECOND = "Quatre-loups-gris-17";
  private static final String THIRD = "Cinq-merles-noirs-23";
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Api api = new Api();

  @Test
  void a_sensitive_role_is_asked_by_one_and_approved_by_another() {
    String login = "essai." + System.nanoTime();
    Page admin = signedIn("admin");
    String account = open(admin, login);
    ask(admin, "REGIONAL_ANALYST", "28");
    assertThat(admin.innerText("form[id='held']")).doesNotContain("Analyste GRADeS");
    assertThat(admin.innerText("form[id='waiting']")).contains("Normandie", "Administrateur");
    assertThat(admin.locator("[id$=':approve']").count()).as("not who asked").isZero();

    Page elsewhere = signedIn("rssi.hdf");
    elsewhere.navigate(address("identity/grants.xhtml"));
    assertThat(elsewhere.innerText("main")).doesNotContain(login);

    Page ciso = signedIn("rssi.nor");
    ciso.click("a[href$='/identity/grants.xhtml']");
    ciso.waitForURL("**/identity/grants.xhtml");
    var line = ciso.locator("li:has-text('" + login + "')");
    assertThat(line.innerText()).contains("Analyste GRADeS", "Normandie", "Administrateur");
    confirmed(ciso, "li:has-text('" + login + "') [id$=':approve']");
    admin.navigate(account);
    assertThat(admin.innerText("form[id='held']")).contains("Analyste GRADeS", "Normandie");
    assertThat(told("rssi.nor@example.org", "un rôle à approuver", "Essai " + login)).isTrue();

    Page page = window(Look.PLAIN).newPage();
    enter(page, login, FIRST);
    choosePassword(page, FIRST, SECOND);
    page.navigate(address("incident/list.xhtml"));
    assertThat(page.locator("[id='filters']").count()).isEqualTo(1);
  }

  @Test
  void a_role_without_power_holds_at_once_and_a_refused_one_never_does() {
    String login = "refus." + System.nanoTime();
    Page admin = signedIn("admin");
    String account = open(admin, login);
    ask(admin, "NATIONAL_COORDINATOR", "");
    assertThat(admin.innerText("form[id='held']")).contains("Coordinateur national");
    ask(admin, "REGIONAL_CISO", "32");
    Page ciso = signedIn("rssi.hdf");
    ciso.navigate(address("identity/grants.xhtml"));
    ciso.waitForNavigation(() -> ciso.click("li:has-text('" + login + "') [id$=':refuse']"));
    assertThat(ciso.locator("li:has-text('" + login + "')").count()).isZero();
    admin.navigate(account);
    assertThat(admin.innerText("form[id='held']")).doesNotContain("RSSI");
    ask(admin, "REGIONAL_CISO", "32");
    admin.waitForNavigation(() -> admin.click("form[id='waiting'] [id$=':refuse']"));
    assertThat(admin.locator("form[id='waiting']").count()).as("withdrawn").isZero();
  }

  @Test
  void a_given_password_is_changed_before_anything_else_works() {
    String login = "premier." + System.nanoTime();
    Page admin = signedIn("admin");
    open(admin, login);
    ask(admin, "NATIONAL_COORDINATOR", "");
    Page page = window(Look.PLAIN).newPage();
    enter(page, login, FIRST);
    for (String path :
        new String[] {"", "index.xhtml", "dashboard/national.xhtml", "nothing.xhtml"}) {
      page.navigate(address(path));
      assertThat(page.url()).as(path).endsWith("/identity/account.xhtml");
    }
    assertThat(page.locator("[id='newToken:making']").count()).isZero();
    assertThat(api.send(login, "GET /me", null).status())
        .as("a token does not help")
        .isEqualTo(401);
    fillPassword(page, FIRST, FIRST);
    assertThat(page.innerText("[id='password:wanted-error']")).isNotBlank();
    choosePassword(page, FIRST, SECOND);
    page.navigate(address("dashboard/national.xhtml"));
    assertThat(page.url()).endsWith("/dashboard/national.xhtml");
    assertThat(page.locator("main table").count()).isEqualTo(1);
  }

  @Test
  void a_password_that_an_administrator_replaces_ends_all_and_the_person_is_told() {
    String login = "remplace." + System.nanoTime();
    Page admin = signedIn("admin");
    String account = open(admin, login);
    Page page = window(Look.PLAIN).newPage();
    enter(page, login, FIRST);
    choosePassword(page, FIRST, SECOND);
    String token = newToken(page);
    admin.navigate(account);
    admin.fill("[id='reset:password']", THIRD);
    admin.fill("[id='reset:again']", THIRD);
    confirmed(admin, "[id='reset:resetting']");
    page.navigate(address("index.xhtml"));
    assertThat(page.url()).contains("/login.xhtml");
    assertThat(statusOf(token)).isEqualTo(401);
    assertThat(told(login + "@example.org", "mot de passe", login)).isTrue();
    enter(page, login, THIRD);
    assertThat(page.url()).endsWith("/identity/account.xhtml");
    admin.fill("[id='change:email']", "ailleurs@example.org");
    press(admin, "change:changing");
    assertThat(told(login + "@example.org", "adresse", login)).isTrue();
  }

  @Test
  void changing_ones_password_ends_ones_other_sessions_and_tokens_and_keeps_this_session() {
    String login = "change." + System.nanoTime();
    open(signedIn("admin"), login);
    Page page = window(Look.PLAIN).newPage();
    enter(page, login, FIRST);
    choosePassword(page, FIRST, SECOND);
    Page other = window(Look.PLAIN).newPage();
    enter(other, login, SECOND);
    String token = newToken(page);
    assertThat(statusOf(token)).isEqualTo(200);
    String before = session(page.context());
    fillPassword(page, SECOND, THIRD);
    assertThat(page.url()).endsWith("/identity/account.xhtml");
    assertThat(session(page.context())).isNotEmpty().isNotEqualTo(before);
    page.navigate(address("index.xhtml"));
    assertThat(page.url()).doesNotContain("/login.xhtml");
    other.navigate(address("index.xhtml"));
    assertThat(other.url()).contains("/login.xhtml");
    assertThat(statusOf(token)).isEqualTo(401);
    enter(other, login, THIRD);
  }

  @Test
  void a_locked_account_is_unlocked_and_a_deactivated_one_is_put_out_and_stays_out() {
    String login = "bloque." + System.nanoTime();
    Page admin = signedIn("admin");
    String there = open(admin, login);
    Page page = window(Look.PLAIN).newPage();
    page.navigate(address("login.xhtml"));
    for (int i = 0; i < User.MOST_FAILURES; i++) {
      typeAndEnter(page, login, "wrong-password-" + i);
    }
    typeAndEnter(page, login, FIRST);
    assertThat(page.url()).contains("/login.xhtml");
    admin.navigate(there);
    press(admin, "locked:unlocking");
    assertThat(admin.locator("[id='locked:unlocking']").count()).isZero();
    enter(page, login, FIRST);
    choosePassword(page, FIRST, SECOND);
    admin.uncheck("[id='change:active']");
    press(admin, "change:changing");
    page.navigate(address("index.xhtml"));
    assertThat(page.url()).as("an open session").contains("/login.xhtml");
    typeAndEnter(page, login, SECOND);
    assertThat(page.url()).contains("/login.xhtml");
    assertThat(told(login + "@example.org", "désactivé", login)).isTrue();
  }

  @Test
  void an_administrator_does_not_get_around_the_present_password_for_their_own_account() {
    Page admin = signedIn("admin");
    admin.navigate(address("identity/users.xhtml?q=admin"));
    admin.waitForNavigation(() -> admin.locator("td a:text-is('admin')").click());
    admin.fill("[id='reset:password']", FIRST);
    admin.fill("[id='reset:again']", FIRST);
    admin.click("[id='reset:resetting']");
    admin.waitForNavigation(() -> admin.click("#confirm-dialog [data-yes]"));
    assertThat(admin.innerText("[id='reset:password-error']")).contains("Mon compte");
  }

  /** Opens an account through the page and tells where it is. */
  private static String open(Page admin, String login) {
    admin.navigate(address("identity/user.xhtml"));
    admin.fill("[id='open:login']", login);
    admin.fill("[id='open:displayName']", "Essai " + login);
    admin.fill("[id='open:email']", login + "@example.org");
    admin.fill("[id='open:password']", FIRST);
    press(admin, "open:opening");
    return admin.url();
  }

  private static void ask(Page admin, String role, String region) {
    admin.selectOption("[id='give:role']", role);
    admin.selectOption("[id='give:region']", region);
    press(admin, "give:giving");
  }

  private static void choosePassword(Page page, String present, String wanted) {
    assertThat(page.url()).endsWith("/identity/account.xhtml");
    fillPassword(page, present, wanted);
    page.waitForURL("**/index.xhtml");
  }

  private static void fillPassword(Page page, String present, String wanted) {
    page.navigate(address("identity/account.xhtml"));
    page.fill("[id='password:present']", present);
    page.fill("[id='password:wanted']", wanted);
    page.fill("[id='password:again']", wanted);
    page.waitForNavigation(() -> page.click("[id='password:changing']"));
  }

  private static String newToken(Page page) {
    page.navigate(address("identity/account.xhtml"));
    page.fill("[id='newToken:label']", "Supervision");
    page.click("[id='newToken:making']");
    return page.innerText("[id='secret']");
  }

  private int statusOf(String token) {
    return api.call("GET", "/api/v1/me", token, null, null).status();
  }

  private static void enter(Page page, String login, String password) {
    page.navigate(address("login.xhtml"));
    typeAndEnter(page, login, password);
    page.waitForURL(url -> !url.contains("/login.xhtml"));
  }

  private static void confirmed(Page page, String button) {
    page.click(button);
    page.waitForNavigation(() -> page.click("#confirm-dialog [data-yes]"));
    assertThat(page.locator("[data-summary], .notice.error").allInnerTexts()).isEmpty();
  }

  private static void press(Page page, String id) {
    page.waitForNavigation(() -> page.click("[id='" + id + "']"));
    assertThat(page.locator("[data-summary], .notice.error").allInnerTexts())
        .as(page.url())
        .isEmpty();
  }

  /** Whether a mail of that subject came, or comes, that says so. */
  private static boolean told(String address, String subject, String said) {
    return Waiting.until(
        A_MINUTE,
        () ->
            demo().mail().mails().stream()
                .anyMatch(mail -> isFor(mail, address, subject) && text(mail).contains(said)),
        () -> false);
  }

  private static boolean isFor(MimeMessage mail, String address, String subject) {
    try {
      return mail.getSubject().contains(subject)
          && Arrays.toString(mail.getAllRecipients()).contains(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) {
    try {
      return String.valueOf(mail.getContent());
    } catch (MessagingException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
