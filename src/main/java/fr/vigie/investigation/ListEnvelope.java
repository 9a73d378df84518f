package fr.vigie.investigation;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.PasswordRecipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcePasswordRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;

/**
 * Seals what is written through it for one recipient, as CMS (RFC 5652 and 5083), AES-256-GCM:
 * {@code openssl cms -decrypt} opens it with a private key or with a passphrase. Keeps nothing in
 * memory.
 */
final class ListEnvelope {
  static final int SHORTEST_PASSPHRASE = 20;
  private static final int ITERATIONS = 600_000;
  private static final int SALT_BYTES = 16;

  /** Given to each call, never installed in the server. */
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private ListEnvelope() {}

  /** For who has the private key of a certificate (RSA, OAEP with SHA-256). */
  static OutputStream to(X509Certificate certificate, OutputStream out) throws IOException {
    AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    RSAESOAEPparams oaep =
        new RSAESOAEPparams(
            sha256,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256),
            RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM);
    try {
      return open(
          new JceKeyTransRecipientInfoGenerator(
                  certificate, new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, oaep))
              .setProvider(PROVIDER),
          out);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For who knows a passphrase, told by another way than the file. */
  static OutputStream to(char[] passphrase, OutputStream out) throws IOException {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return open(
        new JcePasswordRecipientInfoGenerator(CMSAlgorithm.AES256_CBC, passphrase)
            .setProvider(PROVIDER)
            .setPasswordConversionScheme(PasswordRecipient.PKCS5_SCHEME2_UTF8)
            .setPRF(PasswordRecipient.PRF.HMacSHA256)
            .setSaltAndIterationCount(salt, ITERATIONS),
        out);
  }

  private static OutputStream open(RecipientInfoGenerator recipient, OutputStream out)
      throws IOException {
    try {
      CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
      generator.addRecipientInfoGenerator(recipient);
      return generator.open(
          out,
          (OutputAEADEncryptor)
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                  .setProvider(PROVIDER)
                  .build());
    } catch (CMSException e) {
      throw new IllegalStateException("The list could not be sealed", e);
    }
  }
}
