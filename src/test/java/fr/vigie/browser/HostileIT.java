package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.vigie.launch.TestParts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without a browser's manners: what somebody tries who writes requests by hand. */
class HostileIT extends BrowserTest {
  private final HttpClient nobody = HttpClient.newHttpClient();

  @Test
  void nothing_but_the_door_is_open_to_strangers() throws Exception {
    for (String path : List.of("index.xhtml", "incident/list.xhtml", "", "anything", "session")) {
      HttpResponse<String> answer = get(nobody, path);
      assertThat(answer.statusCode()).as(path).isIn(302, 303, 401, 403, 404);
      assertThat(answer.body()).as(path).doesNotContain("data-who");
    }
    for (String path : List.of("api/v1/me", "api/v1/incidents", "api/v1/nothing", "openapi")) {
      assertThat(get(nobody, path).statusCode()).as(path).isIn(401, 404);
    }
    for (String path : List.of("metrics", "health", "openapi/ui", "WEB-INF/web.xml")) {
      assertThat(get(nobody, path).body())
          .as(path)
          .doesNotContain("heap")
          .doesNotContain("<web-app")
          .doesNotContain("jdbc");
    }
  }

  @Test
  void no_method_but_the_usual_ones_is_served() throws Exception {
    for (String method : List.of("TRACE", "CONNECT", "PROPFIND", "DEBUG", "PUT", "DELETE")) {
      int status = raw(method + " /index.xhtml HTTP/1.1");
      assertThat(status).as(method).isIn(302, 303, 400, 401, 403, 404, 405, 501);
      if (method.equals("TRACE")) {
        assertThat(status).isIn(400, 403, 405, 501);
      }
    }
  }

  @Test
  void resources_do_not_lead_out_of_their_folder() throws Exception {
    for (String path :
        List.of(
            "jakarta.faces.resource/../WEB-INF/web.xml",
            "jakarta.faces.resource/..%2fWEB-INF%2fweb.xml",
            "jakarta.faces.resource/%2e%2e/WEB-INF/web.xml.xhtml",
            "jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
            "jakarta.faces.resource/web.xml.xhtml?ln=..%2F..%2FWEB-INF",
            "jakarta.faces.resource/web.xml.xhtml?con=..%2FWEB-INF",
            "jakarta.faces.resource/web.xml.xhtml?loc=..%2FWEB-INF",
            "jakarta.faces.resource/..%5c..%5cWEB-INF%5cweb.xml.xhtml",
            "jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrid=AAAA",
            "login.xhtml/../WEB-INF/web.xml",
            "login.xhtml;/../WEB-INF/web.xml",
            "WEB-INF;x/web.xml",
            "META-INF/MANIFEST.MF",
            "login.xhtml;x=/../incident/list.xhtml")) {
      HttpResponse<String> answer = get(nobody, path);
      assertThat(answer.statusCode()).as(path).isNotEqualTo(500);
      assertThat(answer.body())
          .as(path)
          .doesNotContain("<web-app")
          .doesNotContain("Manifest-Version")
          .doesNotContain("data-who=\"9");
    }
  }

  @Test
  void every_answer_carries_its_headers() throws Exception {
    for (String path : List.of("login.xhtml", "api/v1/me", "health/ready", "no-such-page.xhtml")) {
      var headers = get(nobody, path).headers();
      assertThat(headers.firstValue("x-content-type-options")).as(path).hasValue("nosniff");
      assertThat(headers.firstValue("x-frame-options")).as(path).hasValue("DENY");
      assertThat(headers.firstValue("referrer-policy")).as(path).hasValue("same-origin");
      assertThat(headers.firstValue("cache-control")).as(path).hasValue("no-store");
      assertThat(headers.firstValue("server")).as(path).isEmpty();
      assertThat(headers.firstValue("x-powered-by")).as(path).isEmpty();
    }
  }

  @Test
  void a_form_from_another_site_does_nothing() throws Exception {
    Page page = signedIn("rssi.nor");
    String session = session(page.context());
    String forged =
        "form=form&form%3Atitle=Forged&form%3Aregion=28&form%3AfirstSignal="
            + encoded("12/10/2026 08:30")
            + "&form%3Areport=x";
    for (String state :
        List.of("", "&jakarta.faces.ViewState=stateless", "&jakarta.faces.ViewState=1%3A1")) {
      HttpResponse<String> answer =
          nobody.send(
              HttpRequest.newBuilder(URI.create(address("incident/new.xhtml")))
                  .header("Cookie", "VIGIE=" + session)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("Origin", "https://evil.example")
                  .POST(BodyPublishers.ofString(forged + state))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("location").orElse("")).doesNotContain("detail.xhtml");
    }
    page.navigate(address("incident/list.xhtml?q=Forged"));
    assertThat(page.locator("table a").count()).isZero();
  }

  @Test
  void the_api_does_not_take_a_session_for_a_token() throws Exception {
    Page page = signedIn("rssi.nor");
    HttpResponse<String> answer =
        nobody.send(
            HttpRequest.newBuilder(URI.create(address("api/v1/me")))
                .header("Cookie", "VIGIE=" + session(page.context()))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("content-type").orElse("")).contains("problem+json");
  }

  @Test
  void another_region_reads_nothing_of_a_case_in_any_page() {
    String canary = "Canari-" + System.nanoTime();
    Page owner = signedIn("rssi.nor");
    String reference = openCase(owner, canary);
    for (String login :
        List.of("rssi.hdf", "dpo.ch-c", "dpo.chu-a", "national", "admin", "autorite")) {
      Page page = signedIn(login);
      for (String path : Addresses.of("incident/detail.xhtml", reference)) {
        assertThat(page.navigate(address(path)).status()).as(path + " as " + login).isEqualTo(404);
        assertThat(page.content()).as(path + " as " + login).doesNotContain(canary);
      }
      for (String path : List.of("index.xhtml", "incident/list.xhtml?q=" + canary)) {
        page.navigate(address(path));
        String shown = page.content().replaceAll("value=\"" + canary + "\"", "");
        assertThat(shown.replace("q=" + canary, ""))
            .as(path + " as " + login)
            .doesNotContain(canary)
            .doesNotContain(reference);
      }
      page.context().close();
    }
  }

  @Test
  void what_people_type_is_never_run() {
    String title =
        "<img src=x onerror=window.broken=1>#{7*7}${7*7}\"'><script>window.broken=1</script>";
    Page page = signedIn("rssi.nor");
    Watch watch = new Watch(page);
    String reference = openCase(page, title);
    List<String> seen = new ArrayList<>();
    for (String path : Addresses.of("incident/detail.xhtml", reference)) {
      page.navigate(address(path));
      assertThat(page.evaluate("() => window.broken")).as(path).isNull();
      seen.addAll(watch.taken());
    }
    page.navigate(address("incident/list.xhtml"));
    assertThat(page.evaluate("() => window.broken")).isNull();
    assertThat(page.textContent("main")).contains(title);
    assertThat(seen).isEmpty();
  }

  @Test
  void hostile_parameters_end_on_a_quiet_page() {
    Page page = signedIn("rssi.nor");
    for (String path :
        List.of(
            "incident/list.xhtml?q=%25%27%22%3Cscript%3E&state=NOPE&category=NOPE&region=%00&sort=drop",
            "incident/list.xhtml?first=-5&size=999999999&sort=%27",
            "incident/list.xhtml?first=99999999999999999999",
            "incident/detail.xhtml?ref=" + "A".repeat(4000),
            "index.xhtml?jakarta.faces.ViewState=x",
            "login.xhtml?next=%00")) {
      var answer = page.navigate(address(path));
      assertThat(answer.status()).as(path).isIn(200, 302, 400, 404);
      assertThat(page.content()).as(path).doesNotContain("Exception").doesNotContain("at fr.vigie");
    }
  }

  private static HttpResponse<String> get(HttpClient client, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address(path))).build(), BodyHandlers.ofString());
  }

  private static int raw(String line) throws IOException {
    URI address = TestParts.current().application().address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      String request = line + "\r\nHost: " + address.getHost() + "\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String status = in.readLine();
      return status == null ? 400 : Integer.parseInt(status.split(" ")[1]);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
