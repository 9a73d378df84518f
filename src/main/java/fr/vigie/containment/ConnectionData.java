package fr.vigie.containment;

import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Set;

/**
 * What a person says of a connection, but its secret.
 *
 * @param trust trusted certificates (PEM); empty: those of the machine
 * @param contact who is called for what no machine does: name, number, hours
 */
public record ConnectionData(
    String name,
    String address,
    String base,
    String connectorLogin,
    String trust,
    AttributeNames names,
    String signInClient,
    String contact) {
  private static final int TEXT_MAX = 250;
  private static final int TRUST_MAX = 20_000;
  private static final Set<String> THIS_MACHINE =
      Set.of("127.0.0.1", "localhost", "[::1]", "[0:0:0:0:0:0:0:1]");

  public ConnectionData {
    name = text(name);
    address = text(address);
    base = text(base);
    connectorLogin = text(connectorLogin);
    trust = text(trust);
    signInClient = text(signInClient);
    contact = text(contact);
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  void check(DirectoryKind kind) {
    require("name", name);
    if (name.length() > CompromisedAccount.LOGIN_MAX) {
      throw RefusedException.at(
          "name", "containment.refused.tooLong", CompromisedAccount.LOGIN_MAX, name.length());
    }
    atMost("base", base);
    atMost("connectorLogin", connectorLogin);
    atMost("contact", contact);
    if (kind == DirectoryKind.MANUAL) {
      require("contact", contact);
      return;
    }
    atMost("address", address);
    checkAddress(kind);
    require("base", kind == DirectoryKind.SCIM ? "-" : base);
    require("connectorLogin", kind == DirectoryKind.SCIM ? "-" : connectorLogin);
    require("loginAttribute", names.login());
    checkTrust();
  }

  /** Only encrypted ways leave this machine: the connector's secret goes along. */
  private void checkAddress(DirectoryKind kind) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      throw RefusedException.at("address", "containment.refused.address");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean ldap = kind == DirectoryKind.OPENLDAP || kind == DirectoryKind.ACTIVE_DIRECTORY;
    boolean fits = ldap ? scheme.matches("ldaps?") : scheme.matches("https?");
    if (uri.getHost() == null || uri.getUserInfo() != null || !fits) {
      throw RefusedException.at("address", "containment.refused.address");
    }
    if (scheme.equals("http") && !THIS_MACHINE.contains(uri.getHost())) {
      throw RefusedException.at("address", "containment.refused.plain");
    }
  }

  private void checkTrust() {
    if (trust.length() > TRUST_MAX) {
      throw RefusedException.at("trust", "containment.refused.tooLong", TRUST_MAX, trust.length());
    }
    if (trust.isEmpty()) {
      return;
    }
    try {
      boolean none =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(trust.getBytes(StandardCharsets.US_ASCII)))
              .isEmpty();
      if (none) {
        throw RefusedException.at("trust", "containment.refused.trust");
      }
    } catch (CertificateException e) {
      throw RefusedException.at("trust", "containment.refused.trust");
    }
  }

  private static void require(String field, String text) {
    if (text.isEmpty()) {
      throw RefusedException.at(field, "containment.refused.empty");
    }
  }

  private static void atMost(String field, String text) {
    if (text.length() > TEXT_MAX) {
      throw RefusedException.at(field, "containment.refused.tooLong", TEXT_MAX, text.length());
    }
  }
}
