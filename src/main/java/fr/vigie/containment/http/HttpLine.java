package fr.vigie.containment.http;

import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.URIBuilder;
import org.apache.hc.core5.net.WWWFormCodec;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One connection to one server, and what was said on it. Cookies are not kept, redirects not
 * followed, requests not sent twice. Plain HTTP only to this machine.
 */
public final class HttpLine implements AutoCloseable {
  /** Bytes of an answer; a longer one is refused. */
  static final int LARGEST = 8_000_000;

  private final DirectoryAccess access;
  private final ContentType json;
  private final Clock clock;
  private final CloseableHttpClient client;
  private final List<DirectoryExchange> exchanges = new ArrayList<>();

  /**
   * @param json the media type of bodies in JSON
   */
  public HttpLine(DirectoryAccess access, String json, Clock clock) {
    this.access = access;
    this.json = ContentType.create(json, StandardCharsets.UTF_8);
    this.clock = clock;
    requireSafe(access.address());
    client = client(access);
  }

  /**
   * Sends one request and reads the whole answer, whatever its status.
   *
   * @throws DirectoryFault when no answer could be read
   */
  public HttpAnswer send(HttpAsk ask) {
    try {
      HttpUriRequestBase request = request(ask);
      HttpAnswer answer = client.execute(request, response -> read(ask, request, response));
      told(ask, Integer.toString(answer.status()));
      return answer;
    } catch (IOException e) {
      DirectoryFault fault = HttpFaults.of(ask, e);
      told(ask, fault.kind().name());
      throw fault;
    }
  }

  /** What a person should know of the connection itself; message keys. */
  public List<String> warnings() {
    return "https".equals(access.address().getScheme())
        ? List.of()
        : List.of("containment.check.notEncrypted");
  }

  public List<DirectoryExchange> exchanges() {
    return List.copyOf(exchanges);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new DirectoryFault(Kind.UNREACHABLE, "the connection cannot be closed", e);
    }
  }

  private void told(HttpAsk ask, String answer) {
    exchanges.add(new DirectoryExchange(clock.instant(), ask.toString(), answer));
  }

  private static CloseableHttpClient client(DirectoryAccess access) {
    Timeout patience = Timeout.of(access.patience());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(1)
            .setMaxConnPerRoute(1)
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(Trust.of(access.trust())))
            .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(patience).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(patience)
                    .setSocketTimeout(patience)
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .build())
            .build();
    RequestConfig requests =
        RequestConfig.custom()
            .setResponseTimeout(patience)
            .setConnectionRequestTimeout(patience)
            .setRedirectsEnabled(false)
            .setAuthenticationEnabled(false)
            .setProtocolUpgradeEnabled(false)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(requests)
        .setUserAgent("Vigie")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression() // what is bounded is what is read
        .build();
  }

  private HttpUriRequestBase request(HttpAsk ask) {
    HttpUriRequestBase request = new HttpUriRequestBase(ask.method(), address(ask));
    request.setHeader("Accept", json.getMimeType() + ", application/json");
    if (!ask.bearer().isEmpty()) {
      request.setHeader("Authorization", "Bearer " + ask.bearer());
    }
    if (ask.json() != null) {
      request.setEntity(new StringEntity(ask.json().toString(), json));
    } else if (!ask.form().isEmpty()) {
      List<NameValuePair> fields = new ArrayList<>();
      ask.form().forEach((name, value) -> fields.add(new BasicNameValuePair(name, value)));
      request.setEntity(
          new StringEntity(
              WWWFormCodec.format(fields, StandardCharsets.UTF_8),
              ContentType.APPLICATION_FORM_URLENCODED));
    }
    return request;
  }

  private URI address(HttpAsk ask) {
    try {
      String base = access.address().toString().replaceFirst("/+$", "");
      URIBuilder address = new URIBuilder(base).appendPathSegments(ask.path());
      ask.parameters().forEach(address::addParameter);
      return address.build();
    } catch (URISyntaxException e) {
      throw new DirectoryFault(Kind.UNCLEAR, "no address for " + ask, e);
    }
  }

  /** What is not read to its end is broken off: closing it would wait for all the rest. */
  private HttpAnswer read(HttpAsk ask, HttpUriRequestBase request, ClassicHttpResponse response)
      throws IOException {
    long end = System.nanoTime() + access.patience().toNanos();
    HttpEntity entity = response.getEntity();
    try {
      byte[] body =
          entity == null ? new byte[0] : HttpFaults.bounded(entity.getContent(), LARGEST, end);
      return new HttpAnswer(ask, response.getCode(), new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      request.abort();
      throw e;
    }
  }

  /** A secret is never sent in the clear over a network. */
  private static void requireSafe(URI address) {
    String host = String.valueOf(address.getHost());
    boolean here = host.equals("localhost") || host.equals("[::1]") || host.equals("127.0.0.1");
    boolean safe = "https".equals(address.getScheme());
    if (address.getHost() == null || !safe && !("http".equals(address.getScheme()) && here)) {
      throw new DirectoryFault(Kind.CERTIFICATE, "only https is used, except on this machine");
    }
  }
}
