package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tool that a recipient has. */
public final class OpenSsl {

  /** What a command gave. */
  record Result(int exit, byte[] output) {}

  private OpenSsl() {}

  /** An RSA key and its certificate, in {@code key.pem} and {@code cert.pem}. */
  static void key(Path home) throws IOException {
    Result made =
        run(
            home,
            List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:3072",
                "-nodes",
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem",
                "-days",
                "30",
                "-subj",
                "/CN=Hopital invente"));
    assertThat(made.exit()).isZero();
  }

  /** A certificate in PEM of a key that nobody keeps. */
  public static String certificate() {
    try {
      Path home = Files.createTempDirectory("vigie-openssl");
      key(home);
      String pem = Files.readString(home.resolve("cert.pem"));
      for (String made : List.of("key.pem", "cert.pem", "")) {
        Files.delete(home.resolve(made));
      }
      return pem;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] decrypt(Path home, Path sealed, String... with) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                sealed.toString()));
    command.addAll(List.of(with));
    Result opened = run(home, command);
    assertThat(opened.exit()).isZero();
    return opened.output();
  }

  static Result run(Path home, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    try {
      return new Result(process.waitFor(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
