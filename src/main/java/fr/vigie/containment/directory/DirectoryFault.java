package fr.vigie.containment.directory;

/**
 * A directory did not do what was asked. The kind says what to do about it ({@code
 * containment.fault.<kind>}); the detail is for a technician and holds no secret.
 */
public class DirectoryFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String detail;

  public DirectoryFault(Kind kind, String detail) {
    this(kind, detail, null);
  }

  public DirectoryFault(Kind kind, String detail, Throwable cause) {
    super(kind + ": " + detail, cause);
    this.kind = kind;
    this.detail = ForeignText.harmless(detail);
  }

  /** What went wrong. */
  public enum Kind {
    /** Nobody answers at the address. */
    UNREACHABLE(true),
    /** Connected, but no answer in time: whether the act was done is not known. */
    TOO_SLOW(true),
    /** The server says that it is too busy, or restarting. */
    BUSY(true),
    /** The server's certificate is not trusted, or for another name. */
    CERTIFICATE(false),
    CERTIFICATE_EXPIRED(false),
    /** The connector's own account is refused. */
    BAD_CREDENTIALS(false),
    /** Signed in, but not allowed to do that. */
    NOT_ALLOWED(false),
    /** The account is not there any more. */
    GONE(false),
    /** Another server is named as the one that knows: it needs a connection of its own. */
    REFERRAL(false),
    /** This directory cannot do that at all. */
    NOT_ABLE(false),
    /** Refused for a reason of the directory's own, told in the detail. */
    REFUSED(false),
    /** The answer is not understood. */
    UNCLEAR(false);

    private final boolean passing;

    Kind(boolean passing) {
      this.passing = passing;
    }

    /** Likely to pass by itself: worth another try later. */
    public boolean isPassing() {
      return passing;
    }
  }

  public Kind kind() {
    return kind;
  }

  public String detail() {
    return detail;
  }
}
