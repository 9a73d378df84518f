package fr.vigie.containment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.launch.ServerCertificate;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Real handshakes with a server of the JDK. */
class TrustTest {
  private static final char[] NO_PASSWORD = new char[0];

  @Test
  void aTrustedServerIsAsked() throws Exception {
    ServerCertificate shown = ServerCertificate.valid();
    assertThat(ask(shown, shown.certificate())).isNull();
  }

  @Test
  void anotherServersCertificateIsNotTrusted() throws Exception {
    ServerCertificate other = ServerCertificate.valid();
    assertThat(ask(ServerCertificate.valid(), other.certificate())).isEqualTo(Kind.CERTIFICATE);
    assertThat(ask(ServerCertificate.valid(), ""))
        .as("nor by the machine")
        .isEqualTo(Kind.CERTIFICATE);
  }

  @Test
  void aCertificateForAnotherNameIsNotTrusted() throws Exception {
    ServerCertificate shown = ServerCertificate.of("ailleurs.example");
    assertThat(ask(shown, shown.certificate())).isEqualTo(Kind.CERTIFICATE);
  }

  @Test
  void anExpiredCertificateIsToldEvenWhenItIsTheTrustedOne() throws Exception {
    ServerCertificate shown = ServerCertificate.expired();
    assertThat(ask(shown, shown.certificate())).isEqualTo(Kind.CERTIFICATE_EXPIRED);
  }

  @Test
  void whatIsNoCertificateIsTold() {
    DirectoryFault fault =
        catchThrowableOfType(DirectoryFault.class, () -> Trust.of("-----BEGIN nothing"));
    assertThat(fault.kind()).isEqualTo(Kind.CERTIFICATE);
  }

  /** What goes wrong; null when nothing does. */
  private static Kind ask(ServerCertificate shown, String trust) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(shown)));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    try (HttpLine line = new HttpLine(access(address, trust), "text/json", Clock.systemUTC())) {
      line.send(HttpAsk.get("Users")).done();
      return null;
    } catch (DirectoryFault e) {
      return e.kind();
    } finally {
      server.stop(0);
    }
  }

  private static DirectoryAccess access(URI address, String trust) {
    return new DirectoryAccess(
        DirectoryKind.SCIM,
        address,
        "",
        "",
        "bearer",
        trust,
        AttributeNames.usual(DirectoryKind.SCIM),
        "",
        Duration.ofSeconds(10));
  }

  private static SSLContext context(ServerCertificate shown) throws Exception {
    String key = shown.key().replaceAll("-----[^-]+-----|\\s", "");
    PrivateKey secret =
        KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(shown.certificate().getBytes(StandardCharsets.US_ASCII)));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setKeyEntry("server", secret, NO_PASSWORD, new Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
