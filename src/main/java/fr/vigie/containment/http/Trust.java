package fr.vigie.containment.http;

import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the certificates given, or the machine's, and never one past its end: Java alone takes a
 * server's certificate that is itself trusted whatever its dates. Shows no certificate of its own,
 * as the application server's default would.
 */
final class Trust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager chains;

  private Trust(X509ExtendedTrustManager chains) {
    this.chains = chains;
  }

  /**
   * @param pem one or several certificates; empty for those of the machine
   */
  static SSLContext of(String pem) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(pem.isBlank() ? null : store(pem));
      X509ExtendedTrustManager chains =
          Stream.of(factory.getTrustManagers())
              .filter(X509ExtendedTrustManager.class::isInstance)
              .map(X509ExtendedTrustManager.class::cast)
              .findFirst()
              .orElseThrow(() -> new CertificateException("no trust manager"));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[0], new TrustManager[] {new Trust(chains)}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new DirectoryFault(Kind.CERTIFICATE, "the trusted certificates cannot be read", e);
    }
  }

  private static KeyStore store(String pem) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var bytes = new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII));
    for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
      store.setCertificateEntry(Integer.toString(store.size()), one);
    }
    if (store.size() == 0) {
      throw new CertificateException("no certificate");
    }
    return store;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    chains.checkServerTrusted(chain, type, socket);
    chain[0].checkValidity();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    chains.checkServerTrusted(chain, type, engine);
    chain[0].checkValidity();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    chains.checkServerTrusted(chain, type);
    chain[0].checkValidity();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return chains.getAcceptedIssuers();
  }
}
