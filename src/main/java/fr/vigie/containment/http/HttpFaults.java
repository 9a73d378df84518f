package fr.vigie.containment.http;

import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says what it means that an exchange failed. */
final class HttpFaults {
  private HttpFaults() {}

  /** The detail names the kind of failure, not its message: that may hold what the server sent. */
  static DirectoryFault of(HttpAsk ask, IOException failure) {
    String detail = ask + ": " + failure.getClass().getSimpleName();
    return new DirectoryFault(kind(failure), detail, failure);
  }

  private static Kind kind(IOException failure) {
    if (failure instanceof SSLException) {
      return certificate((SSLException) failure);
    }
    boolean nobody =
        failure instanceof ConnectException
            || failure instanceof ConnectTimeoutException
            || failure instanceof UnknownHostException
            || failure instanceof NoRouteToHostException;
    if (nobody) {
      return Kind.UNREACHABLE;
    }
    boolean noAnswer =
        failure instanceof SocketTimeoutException
            || failure instanceof NoHttpResponseException
            || failure instanceof ConnectionClosedException
            || failure instanceof SocketException;
    return noAnswer ? Kind.TOO_SLOW : Kind.UNCLEAR;
  }

  private static Kind certificate(SSLException failure) {
    if (Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(HttpFaults::isExpiry)) {
      return Kind.CERTIFICATE_EXPIRED;
    }
    boolean handshake =
        failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException;
    return handshake ? Kind.CERTIFICATE : Kind.UNCLEAR;
  }

  private static boolean isExpiry(Throwable cause) {
    return cause instanceof CertificateExpiredException
        || cause instanceof CertPathValidatorException path
            && path.getReason() == BasicReason.EXPIRED;
  }

  /**
   * All of {@code content}.
   *
   * @param end of patience, by {@link System#nanoTime()}: a server that drips is too slow
   */
  static byte[] bounded(InputStream content, int most, long end) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
      read.write(piece, 0, n);
      if (read.size() > most) {
        throw new IOException("answer too large");
      }
      if (System.nanoTime() - end > 0) {
        throw new SocketTimeoutException("answer not complete in time");
      }
    }
    return read.toByteArray();
  }
}
