package fr.vigie.launch;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.OID;
import com.unboundid.util.ObjectPair;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate made for one server of a test, signed by itself. In PEM. */
public record ServerCertificate(String certificate, String key) {
  /** For {@code localhost}, 127.0.0.1 and 127.0.0.2, a week long. */
  public static ServerCertificate valid() {
    Instant now = Instant.now();
    return make(
        "localhost", List.of("127.0.0.1", "127.0.0.2"), now.minus(hours(1)), now.plus(hours(168)));
  }

  /** The same, ended yesterday. */
  public static ServerCertificate expired() {
    Instant now = Instant.now();
    return make(
        "localhost",
        List.of("127.0.0.1", "127.0.0.2"),
        now.minus(hours(168)),
        now.minus(hours(24)));
  }

  /** Valid, for a host that is not this one. */
  public static ServerCertificate of(String host) {
    Instant now = Instant.now();
    return make(host, List.of(), now.minus(hours(1)), now.plus(hours(168)));
  }

  private static ServerCertificate make(
      String host, List<String> addresses, Instant from, Instant to) {
    try {
      ObjectPair<X509Certificate, KeyPair> made =
          X509Certificate.generateSelfSignedCertificate(
              SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
              PublicKeyAlgorithmIdentifier.RSA,
              2048,
              new DN("cn=" + host),
              from.toEpochMilli(),
              to.toEpochMilli(),
              names(host, addresses));
      return new ServerCertificate(
          pem("CERTIFICATE", made.getFirst().getX509CertificateBytes()),
          pem("PRIVATE KEY", made.getSecond().getPrivate().getEncoded()));
    } catch (CertException | LDAPException | UnknownHostException e) {
      throw new LaunchException("a certificate cannot be made (" + e + ")", e);
    }
  }

  /** RFC 5280, 4.2.1.6: a dNSName has the tag 2, an iPAddress the tag 7. */
  private static X509CertificateExtension names(String host, List<String> addresses)
      throws UnknownHostException {
    List<ASN1OctetString> names = new ArrayList<>();
    names.add(new ASN1OctetString((byte) 0x82, host));
    for (String address : addresses) {
      names.add(new ASN1OctetString((byte) 0x87, InetAddress.getByName(address).getAddress()));
    }
    return new X509CertificateExtension(
        new OID("2.5.29.17"), false, new ASN1Sequence(names).encode());
  }

  private static String pem(String what, byte[] content) {
    byte[] end = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, end).encodeToString(content), what);
  }

  private static Duration hours(int count) {
    return Duration.ofHours(count);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "ServerCertificate";
  }
}
