package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What goes wrong in real life, and what people keep when it does. */
class FaultsIT extends BrowserTest {
  private static final String TYPED = "Texte que personne ne veut taper deux fois";

  @Test
  void two_people_saving_the_same_case_lose_nothing() {
    Page first = signedIn("rssi.nor");
    String reference = openCase(first, "Two people save this case");
    Page second = signedIn("analyste.nor");
    String edit = address("incident/detail.xhtml?ref=" + reference + "&tab=summary&edit=1");
    first.navigate(edit);
    second.navigate(edit);
    first.fill("[id$=':description']", "Description du premier");
    save(first);
    assertThat(first.textContent("main")).contains("Description du premier");
    second.fill("[id$=':description']", "Description du second");
    save(second);
    assertThat(second.textContent("main")).contains("Description du premier");
    assertThat(second.inputValue("[id$=':description']")).contains("Description du second");
    save(second);
    assertThat(second.textContent("main")).contains("Description du second");
  }

  @Test
  void what_was_typed_survives_the_end_of_the_session() {
    Page page = signedIn("rssi.nor");
    page.navigate(address("incident/new.xhtml"));
    page.fill("[id='form:title']", "A case typed for half an hour");
    page.fill("[id='form:description']", TYPED);
    page.fill("[id='form:firstSignal']", "12/10/2026 08:30");
    page.context().clearCookies();
    page.click("[id='form:report']");
    page.waitForURL("**/login.xhtml*");
    typeAndEnter(page, "rssi.nor", demo().password());
    page.waitForURL("**/incident/new.xhtml*");
    assertThat(page.inputValue("[id='form:description']")).isEqualTo(TYPED);
    assertThat(page.locator(".notice.warn").isVisible()).isTrue();
    page.click("[id='form:report']");
    page.waitForURL("**/incident/detail.xhtml?*");
    assertThat(page.textContent("main")).contains(TYPED);
    page.navigate(address("incident/new.xhtml"));
    assertThat(page.inputValue("[id='form:description']")).as("the draft is spent").isEmpty();
  }

  @Test
  void a_draft_is_not_shown_to_the_next_person_at_this_machine() {
    Page page = signedIn("rssi.nor");
    page.navigate(address("incident/new.xhtml"));
    page.fill("[id='form:description']", TYPED);
    page.context().clearCookies();
    signIn(page, "analyste.nor");
    page.navigate(address("incident/new.xhtml"));
    assertThat(page.inputValue("[id='form:description']")).isEmpty();
  }

  @Test
  void a_time_to_come_is_refused_at_its_field() {
    Page page = typedAt("01/01/2031 10:00");
    assertThat(page.url()).contains("/incident/new.xhtml");
    assertThat(page.textContent("[id='form:firstSignal-error']")).isNotBlank();
    assertThat(page.inputValue("[id='form:description']")).isEqualTo(TYPED);
    assertThat(page.inputValue("[id='form:firstSignal']")).contains("2031");
  }

  @Test
  void an_hour_that_exists_twice_is_asked_for() {
    Page page = typedAt("25/10/2026 02:30");
    assertThat(page.locator("fieldset.doubt input[type=radio]").count()).isEqualTo(2);
    page.locator("fieldset.doubt input[type=radio]").first().check();
    page.click("[id='form:report']");
    page.waitForURL("**/incident/detail.xhtml?*");
    assertThat(page.locator("main time[datetime='2026-10-25T00:30:00Z']").count()).isPositive();
  }

  @Test
  void an_hour_that_does_not_exist_is_refused() {
    Page page = typedAt("28/03/2027 02:30");
    assertThat(page.url()).contains("/incident/new.xhtml");
    assertThat(page.textContent("[id='form:firstSignal-error']")).isNotBlank();
    assertThat(page.locator("fieldset.doubt").count()).isZero();
  }

  @Test
  void what_is_not_there_and_what_is_not_yours_look_alike() {
    Page owner = signedIn("rssi.nor");
    String reference = openCase(owner, "A case that strangers ask for");
    Page stranger = signedIn("rssi.hdf");
    String foreign = notFound(stranger, "incident/detail.xhtml?ref=" + reference);
    String nothing = notFound(stranger, "incident/detail.xhtml?ref=NOR-1999-9999");
    assertThat(foreign).isEqualTo(nothing).doesNotContain("A case that strangers ask for");
    notFound(stranger, "incident/detail.xhtml");
    notFound(stranger, "incident/detail.xhtml?ref=%27%20or%201=1--");
    notFound(owner, "incident/detail.xhtml?ref=" + reference + "&tab=no-such-tab");
    notFound(owner, "no/such/page.xhtml");
  }

  @Test
  void without_its_database_the_application_says_so_and_recovers_alone() throws Exception {
    Page page = signedIn("rssi.nor");
    page.navigate(address("incident/new.xhtml"));
    page.fill("[id='form:title']", "Typed while the database goes away");
    page.fill("[id='form:description']", TYPED);
    page.fill("[id='form:firstSignal']", "12/10/2026 08:30");
    demo().interruptDatabase();
    try {
      assertThat(ready()).isEqualTo(503);
      Page other = page.context().newPage();
      Response answer = other.navigate(address("incident/list.xhtml"));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(other.textContent("body")).doesNotContain("Exception").doesNotContain("SQL");
      other.close();
      page.click("[id='form:report']");
      page.waitForLoadState();
    } finally {
      demo().resumeDatabase();
    }
    for (int i = 0; i < 60 && ready() != 200; i++) {
      Thread.sleep(500);
    }
    assertThat(ready()).isEqualTo(200);
    page.navigate(address("incident/new.xhtml"));
    assertThat(page.inputValue("[id='form:description']")).isEqualTo(TYPED);
    page.click("[id='form:report']");
    page.waitForURL("**/incident/detail.xhtml?*");
  }

  private Page typedAt(String time) {
    Page page = signedIn("rssi.nor");
    page.navigate(address("incident/new.xhtml"));
    page.fill("[id='form:title']", "A case of a strange hour");
    page.fill("[id='form:description']", TYPED);
    page.fill("[id='form:firstSignal']", time);
    page.click("[id='form:report']");
    page.waitForLoadState();
    return page;
  }

  private static void save(Page page) {
    page.click("[id$=':save']");
    page.waitForLoadState();
  }

  /** What the page says, which must be the page for things that are not there. */
  private static String notFound(Page page, String path) {
    Response answer = page.navigate(address(path));
    assertThat(answer.status()).as(path).isEqualTo(404);
    return page.textContent("main");
  }

  private static int ready() throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address("health/ready"))).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
