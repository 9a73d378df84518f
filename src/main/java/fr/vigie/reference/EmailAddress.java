package fr.vigie.reference;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address whose syntax is plausible; whether somebody reads it is not asked, and no probe
 * is ever sent. The domain is kept in small letters and ASCII; what stands before the @ is kept as
 * typed.
 *
 * @param value the address
 */
public record EmailAddress(String value) {

  /** Longest address that can be delivered (RFC 5321). */
  public static final int LENGTH = 254;

  private static final int LOCAL_LENGTH = 64;

  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");

  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})");

  public EmailAddress {
    if (parts(value).filter(value::equals).isEmpty()) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
  }

  /** Reads what was typed; outer spaces are forgiven. */
  public static Optional<EmailAddress> parse(String typed) {
    return parts(typed == null ? "" : typed.strip()).map(EmailAddress::new);
  }

  private static Optional<String> parts(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > LOCAL_LENGTH || text.length() > LENGTH) {
      return Optional.empty();
    }
    String local = text.substring(0, at);
    String domain;
    try {
      domain = IDN.toASCII(text.substring(at + 1)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String address = local + "@" + domain;
    return LOCAL.matcher(local).matches()
            && DOMAIN.matcher(domain).matches()
            && address.length() <= LENGTH
        ? Optional.of(address)
        : Optional.empty();
  }

  /** What stands after the @, in small letters. */
  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
