package fr.vigie.launch;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A mail server that keeps every mail and delivers none: SMTP and IMAP on loopback, and a page to
 * read what was caught. Mails are gone when it stops.
 */
public final class MailCatcher implements AutoCloseable {
  private final GreenMail server;
  private final int smtpPort;
  private final MailPage page;

  public MailCatcher(int smtpPort, int imapPort, int pagePort) {
    this.smtpPort = smtpPort;
    Ports.requireFree(smtpPort, "mail, SMTP", "free it or choose another");
    Ports.requireFree(imapPort, "mail, IMAP", "free it or choose another");
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(smtpPort, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(imapPort, Ports.LOOPBACK, ServerSetup.PROTOCOL_IMAP)
            });
    page = new MailPage(pagePort, this::mails);
  }

  /** On ports that are free. */
  public static MailCatcher anywhere() {
    return new MailCatcher(Ports.free(), Ports.free(), Ports.free());
  }

  public MailCatcher start() {
    server.start();
    page.start();
    return this;
  }

  /** What was caught so far, oldest first. */
  public List<MimeMessage> mails() {
    return List.of(server.getReceivedMessages());
  }

  /** Waits until at least {@code count} mails were caught. */
  public boolean await(int count, long millis) {
    return server.waitForIncomingEmail(millis, count);
  }

  public URI address() {
    return page.address();
  }

  /** The application's settings for this mail server. */
  public Map<String, String> settings() {
    return Map.of(
        "vigie.mail.host",
        Ports.LOOPBACK,
        "vigie.mail.port",
        Integer.toString(smtpPort),
        "vigie.notification.from",
        "information@chu-a.example");
  }

  @Override
  public void close() {
    page.close();
    server.stop();
  }
}
