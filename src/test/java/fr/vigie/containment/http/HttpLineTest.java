package fr.vigie.containment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpLineTest {
  private static final String SECRET = "a secret of the connector";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server = start();

  private HttpServer start() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.setExecutor(threads);
      made.start();
      return made;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private DirectoryAccess access(URI address) {
    return new DirectoryAccess(
        DirectoryKind.SCIM,
        address,
        "",
        "",
        SECRET,
        "",
        AttributeNames.usual(DirectoryKind.SCIM),
        "",
        Duration.ofMillis(1500));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base");
  }

  private HttpLine line() {
    return new HttpLine(access(address()), "application/json", Clock.systemUTC());
  }

  private static DirectoryFault fault(ThrowingCallable act) {
    return catchThrowableOfType(DirectoryFault.class, act);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "302,REFERRAL",
    "307,REFERRAL",
    "400,REFUSED",
    "401,BAD_CREDENTIALS",
    "403,NOT_ALLOWED",
    "404,GONE",
    "409,REFUSED",
    "410,GONE",
    "429,BUSY",
    "500,UNCLEAR",
    "501,NOT_ABLE",
    "503,BUSY",
    "504,TOO_SLOW"
  })
  void aStatusSaysWhatWentWrong(int status, Kind kind) {
    server.createContext("/", exchange -> answer(exchange, status, "<html>" + SECRET));
    try (HttpLine line = line()) {
      DirectoryFault fault = fault(() -> line.send(HttpAsk.get("Users")).done());
      assertThat(fault.kind()).isEqualTo(kind);
      assertThat(fault).hasMessage(kind + ": GET /Users: " + status);
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    AtomicInteger elsewhere = new AtomicInteger();
    server.createContext(
        "/base",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          answer(exchange, 307, "");
        });
    server.createContext(
        "/elsewhere",
        exchange -> {
          elsewhere.incrementAndGet();
          answer(exchange, 200, "{}");
        });
    try (HttpLine line = line()) {
      HttpAsk ask = HttpAsk.of("POST", "token").field("secret", SECRET).bearer(SECRET);
      assertThat(fault(() -> line.send(ask).done()).kind()).isEqualTo(Kind.REFERRAL);
    }
    assertThat(elsewhere).hasValue(0);
  }

  @Test
  void aPageInsteadOfJsonIsUnclear() {
    server.createContext("/", exchange -> answer(exchange, 200, "<html>welcome</html>"));
    try (HttpLine line = line()) {
      HttpAnswer answer = line.send(HttpAsk.get("Users"));
      assertThat(fault(answer::object).kind()).isEqualTo(Kind.UNCLEAR);
      assertThat(fault(answer::array).kind()).isEqualTo(Kind.UNCLEAR);
    }
  }

  @Test
  void anAnswerWithoutEndIsCut() {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[100_000];
            for (int i = 0; i < 10 + HttpLine.LARGEST / much.length; i++) {
              exchange.getResponseBody().write(much);
            }
          }
        });
    try (HttpLine line = line()) {
      assertThat(fault(() -> line.send(HttpAsk.get("Users"))).kind()).isEqualTo(Kind.UNCLEAR);
    }
  }

  @Test
  void anAnswerThatDripsIsTooSlow() {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            while (!Thread.currentThread().isInterrupted()) {
              exchange.getResponseBody().write(' ');
              exchange.getResponseBody().flush();
              java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
          }
        });
    try (HttpLine line = line()) {
      assertThat(fault(() -> line.send(HttpAsk.get("Users"))).kind()).isEqualTo(Kind.TOO_SLOW);
    }
  }

  @Test
  void aConnectionClosedWithoutAnswerIsTooSlow() {
    server.createContext("/", HttpExchange::close);
    try (HttpLine line = line()) {
      assertThat(fault(() -> line.send(HttpAsk.get("Users"))).kind()).isEqualTo(Kind.TOO_SLOW);
    }
  }

  @Test
  void whatIsAskedIsEscaped() {
    StringBuilder asked = new StringBuilder();
    server.createContext(
        "/",
        exchange -> {
          asked.append(exchange.getRequestURI().toASCIIString());
          answer(exchange, 200, "{}");
        });
    try (HttpLine line = line()) {
      line.send(HttpAsk.get("Users", "a/../b?x#y%2F é").with("filter", "a&b=c d+e#\u00e9")).done();
    }
    assertThat(asked.toString())
        .startsWith("/base/Users/a%2F..%2Fb%3Fx%23y%252F%20%C3%A9?filter=")
        .endsWith("a%26b%3Dc%20d%2Be%23%C3%A9");
  }

  @Test
  void anExchangeTellsNoParameterNoBodyAndNoToken() {
    server.createContext("/", exchange -> answer(exchange, 200, SECRET));
    try (HttpLine line = line()) {
      line.send(
          HttpAsk.of("POST", "token").with("p", SECRET).field("secret", SECRET).bearer(SECRET));
      assertThat(line.exchanges())
          .extracting(DirectoryExchange::request)
          .containsExactly("POST /token");
      assertThat(line.exchanges()).extracting(DirectoryExchange::answer).containsExactly("200");
    }
  }

  @Test
  void aSecretIsNeverSentInTheClearOverANetwork() {
    for (String address :
        new String[] {
          "http://annuaire.example/scim", "http://127.evil.example/", "ftp://127.0.0.1/", "x"
        }) {
      assertThat(
              fault(
                      () ->
                          new HttpLine(
                              access(URI.create(address)), "application/json", Clock.systemUTC()))
                  .kind())
          .isEqualTo(Kind.CERTIFICATE);
    }
  }
}
