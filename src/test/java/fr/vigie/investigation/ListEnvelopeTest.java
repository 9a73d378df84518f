package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves is opened by a tool that everybody has. */
class ListEnvelopeTest {
  private static final String LIST = "Nom;Prénom\r\nLe Fèvre;Élise\r\n".repeat(5_000);
  private static final String PASSPHRASE = "cinq mots à dire au téléphone";

  @TempDir Path home;
  private X509Certificate certificate;

  @BeforeEach
  void aKeyOfTheController() throws Exception {
    OpenSsl.key(home);
    try (var pem = Files.newInputStream(home.resolve("cert.pem"))) {
      certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  @Test
  void opensslOpensWhatIsSealedForACertificate() throws Exception {
    Path sealed = sealed(out -> ListEnvelope.to(certificate, out));
    assertThat(Files.readAllBytes(sealed))
        .asString(StandardCharsets.ISO_8859_1)
        .doesNotContain("Prénom", "lise");
    assertThat(OpenSsl.decrypt(home, sealed, "-inkey", "key.pem", "-recip", "cert.pem"))
        .isEqualTo(LIST.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void opensslOpensWhatIsSealedWithAPassphraseAndNotWithAnother() throws Exception {
    Path sealed = sealed(out -> ListEnvelope.to(PASSPHRASE.toCharArray(), out));
    assertThat(OpenSsl.decrypt(home, sealed, "-pwri_password", PASSPHRASE))
        .isEqualTo(LIST.getBytes(StandardCharsets.UTF_8));
    assertThat(OpenSsl.run(home, decrypting(sealed, "another phrase that is long")).exit())
        .isNotZero();
  }

  @Test
  void aChangedByteIsNoticed() throws Exception {
    Path sealed = sealed(out -> ListEnvelope.to(certificate, out));
    byte[] bytes = Files.readAllBytes(sealed);
    bytes[bytes.length / 2] ^= 1;
    Files.write(sealed, bytes);
    List<String> command =
        new ArrayList<>(List.of("openssl", "cms", "-decrypt", "-binary", "-inform", "DER"));
    command.addAll(List.of("-in", sealed.toString(), "-inkey", "key.pem", "-recip", "cert.pem"));
    assertThat(OpenSsl.run(home, command).exit()).isNotZero();
  }

  private static List<String> decrypting(Path sealed, String passphrase) {
    return List.of(
        "openssl",
        "cms",
        "-decrypt",
        "-binary",
        "-inform",
        "DER",
        "-in",
        sealed.toString(),
        "-pwri_password",
        passphrase);
  }

  private interface Opening {
    OutputStream to(OutputStream out) throws IOException;
  }

  private Path sealed(Opening opening) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = opening.to(bytes)) {
      new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)).transferTo(out);
    }
    return Files.write(home.resolve("list.p7m"), bytes.toByteArray());
  }
}
