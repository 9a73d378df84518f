package fr.vigie.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fr.vigie.identity.User;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.Test;

/** Coming in, staying, leaving. */
class SignInIT extends BrowserTest {
  private static final int MOST_FAILURES = User.MOST_FAILURES;

  @Test
  void a_wrong_password_is_refused_at_its_field_without_saying_which_half_is_wrong() {
    Page page = window(Look.PLAIN).newPage();
    page.navigate(address("login.xhtml"));
    typeAndEnter(page, "rssi.nor", "wrong-password-1");
    String known = page.textContent("[id='signIn:password-error']");
    assertThat(known).isNotBlank();
    assertThat(page.inputValue("[id='signIn:login']")).isEqualTo("rssi.nor");
    assertThat(page.inputValue("[id='signIn:password']")).isEmpty();
    typeAndEnter(page, "nobody.at.all", "wrong-password-1");
    assertThat(page.textContent("[id='signIn:password-error']")).isEqualTo(known);
    assertThat(page.url()).contains("/login.xhtml");
  }

  @Test
  void too_many_wrong_passwords_lock_even_the_right_one_out() throws Exception {
    Page page = window(Look.PLAIN).newPage();
    page.navigate(address("login.xhtml"));
    for (int i = 0; i < MOST_FAILURES; i++) {
      typeAndEnter(page, "directeur.ch-c", "wrong-password-" + i);
    }
    String locked = page.textContent("[id='signIn:password-error']");
    typeAndEnter(page, "directeur.ch-c", demo().password());
    assertThat(page.url()).contains("/login.xhtml");
    assertThat(page.textContent("[id='signIn:password-error']")).isEqualTo(locked);
    typeAndEnter(page, "nobody.at.all", "wrong-password-1");
    assertThat(page.textContent("[id='signIn:password-error']")).isEqualTo(locked);
    unlock("directeur.ch-c");
    typeAndEnter(page, "directeur.ch-c", demo().password());
    page.waitForURL(url -> !url.contains("/login.xhtml"));
  }

  @Test
  void the_session_is_another_one_after_signing_in_and_none_after_signing_out() {
    BrowserContext window = window(Look.PLAIN);
    Page page = window.newPage();
    page.navigate(address("login.xhtml"));
    String before = session(window);
    signIn(page, "auditeur");
    String during = session(window);
    assertThat(during).isNotEmpty().isNotEqualTo(before);
    page.click("details.account summary");
    page.click("[id='account:signout']");
    page.waitForURL("**/login.xhtml*");
    window.clearCookies();
    window.addCookies(java.util.List.of(cookie("VIGIE", during)));
    page.navigate(address("index.xhtml"));
    assertThat(page.url()).as("the old session is dead").contains("/login.xhtml");
  }

  @Test
  void a_planted_session_id_is_not_taken_over() {
    BrowserContext window = window(Look.PLAIN);
    window.addCookies(java.util.List.of(cookie("VIGIE", "0123456789abcdef0123456789ab")));
    Page page = window.newPage();
    signIn(page, "auditeur");
    assertThat(session(window)).doesNotStartWith("0123456789abcdef");
  }

  @Test
  void the_cookie_is_hidden_from_scripts_and_other_sites() {
    BrowserContext window = window(Look.PLAIN);
    signIn(window.newPage(), "auditeur");
    assertThat(window.cookies())
        .filteredOn(cookie -> cookie.name.equals("VIGIE"))
        .hasSize(1)
        .allSatisfy(
            cookie -> {
              assertThat(cookie.httpOnly).isTrue();
              assertThat(cookie.sameSite.name()).isIn("LAX", "STRICT");
            });
  }

  @Test
  void a_deep_link_is_reached_after_signing_in() {
    Page page = window(Look.PLAIN).newPage();
    page.navigate(address("incident/list.xhtml?q=abc"));
    assertThat(page.url()).contains("/login.xhtml");
    typeAndEnter(page, "rssi.nor", demo().password());
    page.waitForURL("**/incident/list.xhtml?q=abc");
  }

  @Test
  void signing_in_never_leads_to_another_site() {
    for (String evil :
        new String[] {
          "//evil.example/x.xhtml",
          "https://evil.example/x.xhtml",
          "/\\evil.example/x.xhtml",
          "/%2F/evil.example/x.xhtml",
          "javascript:alert(1)",
          "/x.xhtml%0d%0aSet-Cookie:%20a=b"
        }) {
      Page page = window(Look.PLAIN).newPage();
      page.navigate(address("login.xhtml?next=" + evil.replace("#", "%23")));
      typeAndEnter(page, "auditeur", demo().password());
      page.waitForURL(url -> !url.contains("/login.xhtml"));
      assertThat(page.url()).as(evil).startsWith(demo().address().toString());
    }
  }

  @Test
  void the_policy_of_pages_is_strict_and_kept() {
    Page page = window(Look.PLAIN).newPage();
    Watch watch = new Watch(page);
    Response answer = page.navigate(address("login.xhtml"));
    String policy = answer.headerValue("content-security-policy");
    assertThat(policy)
        .contains("script-src")
        .contains("'nonce-")
        .contains("frame-ancestors 'none'");
    assertThat(policy.replaceFirst(".*script-src ([^;]*).*", "$1")).doesNotContain("unsafe");
    signIn(page, "rssi.nor");
    assertThat(watch.taken()).isEmpty();
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.broken = 1';"
            + " document.body.append(s); }");
    assertThat(page.evaluate("() => window.broken")).as("a smuggled script").isNull();
  }

  @Test
  void forms_answer_alike_without_script() {
    BrowserContext window = withoutScript();
    Page page = window.newPage();
    page.navigate(address("login.xhtml"));
    typeAndEnter(page, "ars.nor", "wrong-password-1");
    assertThat(page.innerText("[id='signIn:password-error']")).isNotBlank();
    typeAndEnter(page, "ars.nor", demo().password());
    page.navigate(address("identity/account.xhtml"));
    page.fill("[id='newToken:label']", "Sans script");
    page.click("[id='newToken:making']");
    assertThat(page.innerText("[id='secret']")).hasSizeGreaterThan(40);
    page.click("details.account summary");
    page.click("[id='account:en']");
    assertThat(page.innerText("h1")).isEqualTo("My account");
  }

  @Test
  void the_host_that_a_request_claims_is_not_believed() throws Exception {
    assertThat(answer("GET /incident/list.xhtml HTTP/1.1"))
        .contains("302")
        .contains("Location: /login.xhtml?next=%2Fincident%2Flist.xhtml")
        .doesNotContain("evil.example");
  }

  @Test
  void the_cookie_says_same_site_once() throws Exception {
    assertThat(answer("GET /login.xhtml HTTP/1.1").split("SameSite=", -1)).hasSize(2);
  }

  /** The head of an answer to a request that claims another host. */
  private static String answer(String request) throws Exception {
    try (Socket socket = new Socket(demo().address().getHost(), demo().address().getPort())) {
      socket
          .getOutputStream()
          .write(
              (request + "\r\nHost: evil.example\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return answer.substring(0, answer.indexOf("\r\n\r\n"));
    }
  }

  private static void unlock(String login) throws Exception {
    try (Connection connection = demo().database().connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "update app_user set locked_until = null, failed_logins = 0 where login = ?")) {
      statement.setString(1, login);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }
}
