package fr.vigie.containment.ldap;

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
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts a server whose certificate is in its dates, bears the name asked for, and comes from those
 * who are trusted. The dates are looked at here too, for Java lets an expired certificate pass that
 * is itself among the trusted ones; the name is compared by Java, for the LDAP library lets any
 * certificate pass for an address of this machine.
 */
final class ServerTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager chain;
  private final Clock clock;

  /**
   * @param pem the certificates that alone are trusted; empty for those of the machine
   * @throws DirectoryFault of kind CERTIFICATE when they cannot be read
   */
  ServerTrust(String pem, Clock clock) {
    this.chain = trusting(pem == null ? "" : pem.strip());
    this.clock = clock;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket)
      throws CertificateException {
    if (!(socket instanceof SSLSocket tls)) {
      throw new CertificateException("no TLS connection to compare the name with");
    }
    for (X509Certificate certificate : shown) {
      certificate.checkValidity(Date.from(clock.instant()));
    }
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("LDAPS");
    tls.setSSLParameters(parameters);
    chain.checkServerTrusted(shown, authType, tls);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("no socket");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType)
      throws CertificateException {
    throw new CertificateException("no socket");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("nobody is served here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("nobody is served here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType)
      throws CertificateException {
    throw new CertificateException("nobody is served here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return chain.getAcceptedIssuers();
  }

  private static X509ExtendedTrustManager trusting(String pem) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(pem.isEmpty() ? null : store(pem));
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow(() -> new GeneralSecurityException("no X.509 trust"));
    } catch (GeneralSecurityException | IOException e) {
      throw new DirectoryFault(
          Kind.CERTIFICATE, "the trusted certificates cannot be read: " + e.getMessage(), e);
    }
  }

  private static KeyStore store(String pem) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    byte[] text = pem.getBytes(StandardCharsets.US_ASCII);
    int count = 0;
    for (Certificate certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(text))) {
      store.setCertificateEntry("trusted" + count++, certificate);
    }
    if (count == 0) {
      throw new CertificateException("no certificate in PEM");
    }
    return store;
  }
}
