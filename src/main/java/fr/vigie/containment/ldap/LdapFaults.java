package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Says what an answer other than success means (RFC 4511, 4.1.9 and appendix A). */
final class LdapFaults {
  private static final int MOST_WORDS = 300;

  private static final Map<ResultCode, Kind> KINDS =
      Map.ofEntries(
          Map.entry(ResultCode.TIMEOUT, Kind.TOO_SLOW),
          Map.entry(ResultCode.TIME_LIMIT_EXCEEDED, Kind.TOO_SLOW),
          Map.entry(ResultCode.CONNECT_ERROR, Kind.UNREACHABLE),
          Map.entry(ResultCode.SERVER_DOWN, Kind.UNREACHABLE),
          Map.entry(ResultCode.BUSY, Kind.BUSY),
          Map.entry(ResultCode.UNAVAILABLE, Kind.BUSY),
          Map.entry(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, Kind.NOT_ALLOWED),
          Map.entry(ResultCode.AUTHORIZATION_DENIED, Kind.NOT_ALLOWED),
          Map.entry(ResultCode.STRONG_AUTH_REQUIRED, Kind.NOT_ALLOWED),
          Map.entry(ResultCode.CONFIDENTIALITY_REQUIRED, Kind.NOT_ALLOWED),
          Map.entry(ResultCode.NO_SUCH_OBJECT, Kind.GONE),
          Map.entry(ResultCode.REFERRAL, Kind.REFERRAL),
          Map.entry(ResultCode.UNDEFINED_ATTRIBUTE_TYPE, Kind.NOT_ABLE),
          Map.entry(ResultCode.OBJECT_CLASS_VIOLATION, Kind.NOT_ABLE),
          Map.entry(ResultCode.DECODING_ERROR, Kind.UNCLEAR),
          Map.entry(ResultCode.LOCAL_ERROR, Kind.UNCLEAR),
          Map.entry(ResultCode.PROTOCOL_ERROR, Kind.UNCLEAR));

  private LdapFaults() {}

  static DirectoryFault of(LDAPException e) {
    return new DirectoryFault(kind(e), detail(e), e);
  }

  /** The connector's own sign-in: what is refused is its account. */
  static DirectoryFault ofSignIn(LDAPException e) {
    boolean refused =
        e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)
            || e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
            || e.getResultCode().equals(ResultCode.INVALID_DN_SYNTAX)
            || e.getResultCode().equals(ResultCode.PARAM_ERROR); // no secret at all
    return new DirectoryFault(refused ? Kind.BAD_CREDENTIALS : kind(e), detail(e), e);
  }

  /** Such as {@code 50 (insufficient access rights)}. */
  static String words(ResultCode code) {
    return code.intValue() + " (" + code.getName() + ")";
  }

  /** The code and the server's own words, cut. */
  static String detail(LDAPException e) {
    String said = e.getDiagnosticMessage() == null ? e.getMessage() : e.getDiagnosticMessage();
    String text = words(e.getResultCode()) + (said == null ? "" : ": " + said.strip());
    return text.length() <= MOST_WORDS ? text : text.substring(0, MOST_WORDS - 1) + "…";
  }

  private static Kind kind(LDAPException e) {
    if (isCausedBy(e, CertificateExpiredException.class)) {
      return Kind.CERTIFICATE_EXPIRED;
    }
    if (isCausedBy(e, CertificateException.class)) {
      return Kind.CERTIFICATE;
    }
    if (isCausedBy(e, NoConnection.class)) {
      return Kind.UNREACHABLE;
    }
    if (isCausedBy(e, SocketTimeoutException.class)) {
      return Kind.TOO_SLOW;
    }
    if (isCausedBy(e, SSLException.class) && !isCausedBy(e, EOFException.class)) {
      return Kind.UNCLEAR; // no TLS spoken there, or none in common
    }
    return KINDS.getOrDefault(e.getResultCode(), Kind.REFUSED);
  }

  private static boolean isCausedBy(Throwable e, Class<? extends Exception> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** No connection in time: other than an answer that does not come on one. */
  static final class NoConnection extends SocketTimeoutException {
    private static final long serialVersionUID = 1L;

    NoConnection(String message) {
      super(message);
    }
  }
}
