package fr.vigie.investigation;

import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Taking a controller's list in force out, for that controller alone: by its own people who may
 * read names, sealed for its certificate or, while it has none, with a passphrase used once. Names
 * leave the memory sealed only.
 */
@UseCase
public class ListExport {
  private static final int SHOWN = 20;

  @Inject ScopeRepository scopes;
  @Inject ExportRepository exports;
  @Inject AffectedPersons affected;
  @Inject ListFile file;
  @Inject Acts acts;
  @Inject Clock clock;

  /**
   * Why and for whom a list is taken out.
   *
   * @param recipient a person or an office of the controller
   * @param passphrase null or empty when the controller has a certificate
   */
  public record Wish(String reason, String recipient, String passphrase, Locale language) {
    @Override
    public String toString() {
      return "Wish";
    }
  }

  /**
   * What is known before a list is taken out.
   *
   * @param certificate null when the controller has none
   * @param frozen whether there is a list to take out
   * @param done exports before, the last ones first
   */
  public record State(ListCertificate certificate, boolean frozen, List<PersonExport> done) {}

  /**
   * A sealed list.
   *
   * @param sealed to be deleted once sent
   */
  public record Taken(PersonExport export, Path sealed) {
    public String fileName() {
      return "liste-" + export.getId() + ".csv.p7m";
    }
  }

  /** Certificate and exports before; no name. */
  @Requires(Permission.PERSONS_READ)
  public State state(Long involvementId) {
    Involvement part = affected.subject(involvementId);
    return new State(
        exports.certificate(part).orElse(null),
        scopes.frozen(part).isPresent(),
        exports.of(part, SHOWN));
  }

  /** Registers the certificate for which lists of the controller are sealed from now on. */
  @Requires(Permission.PERSONS_READ)
  public ListCertificate register(Long involvementId, String pem) {
    Involvement part = affected.subject(involvementId);
    Instant now = clock.instant();
    ListCertificate made =
        new ListCertificate(part.getOrganisation(), pem, acts.caller().id(), now);
    exports.certificate(part).ifPresent(before -> before.end(now));
    exports.add(made);
    acts.current().fact("fingerprint", made.getFingerprint());
    return made;
  }

  /** Seals the list in force into a file of its own. */
  @Requires(Permission.PERSONS_READ)
  public Taken take(Long involvementId, Wish wish) throws IOException {
    Involvement part = affected.subject(involvementId);
    ScopeVersion version =
        scopes
            .frozen(part)
            .orElseThrow(() -> new RefusedException("investigation.refused.nothing.FROZEN"));
    Optional<ListCertificate> certificate = exports.certificate(part);
    mustBeSealable(certificate, wish);
    PersonExport export =
        new PersonExport(
            version, wish, certificate.orElse(null), acts.caller().id(), clock.instant());
    Path sealed = Files.createTempFile("vigie-list", ".p7m");
    try {
      write(sealed, export, version, certificate, wish);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(sealed);
      throw failed;
    }
    exports.add(export);
    acts.current()
        .fact("version", version.getNumber())
        .fact("rows", export.getRows())
        .fact("export", export.getId())
        .fact("sha256", export.getSha256())
        .fact("sealedFor", certificate.map(ListCertificate::getFingerprint).orElse("passphrase"));
    return new Taken(export, sealed);
  }

  private static void mustBeSealable(Optional<ListCertificate> certificate, Wish wish) {
    String phrase = wish.passphrase() == null ? "" : wish.passphrase();
    if (certificate.isPresent() && !phrase.isEmpty()) {
      throw RefusedException.at("passphrase", "investigation.refused.passphraseUnwanted");
    }
    if (certificate.isEmpty() && phrase.length() < ListEnvelope.SHORTEST_PASSPHRASE) {
      throw RefusedException.at(
          "passphrase", "investigation.refused.passphrase", ListEnvelope.SHORTEST_PASSPHRASE);
    }
  }

  private void write(
      Path sealed,
      PersonExport export,
      ScopeVersion version,
      Optional<ListCertificate> certificate,
      Wish wish)
      throws IOException {
    MessageDigest digest = sha256();
    long rows;
    try (OutputStream hashed = new DigestOutputStream(Files.newOutputStream(sealed), digest);
        OutputStream out =
            certificate.isPresent()
                ? ListEnvelope.to(certificate.get().toSealWith(clock.instant()), hashed)
                : ListEnvelope.to(wish.passphrase().toCharArray(), hashed)) {
      rows = file.write(version, wish.language(), out);
    }
    export.written(rows, HexFormat.of().formatHex(digest.digest()), Files.size(sealed));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
