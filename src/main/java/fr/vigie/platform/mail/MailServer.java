package fr.vigie.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The SMTP server that takes our mail. */
@ApplicationScoped
public class MailServer {
  private static final String PATIENCE_MILLIS = "20000";

  @Inject
  @ConfigProperty(name = "vigie.mail.host")
  Optional<String> host;

  @Inject
  @ConfigProperty(name = "vigie.mail.port", defaultValue = "25")
  int port;

  @Inject
  @ConfigProperty(name = "vigie.mail.from", defaultValue = "vigie@localhost")
  String from;

  @Inject
  @ConfigProperty(name = "vigie.mail.user")
  Optional<String> user;

  @Inject
  @ConfigProperty(name = "vigie.mail.password")
  Optional<String> password;

  @Inject
  @ConfigProperty(name = "vigie.mail.starttls", defaultValue = "false")
  boolean startTls;

  /** Without a host nothing is sent: mails wait in the outbox. */
  public boolean isKnown() {
    return host.isPresent();
  }

  /** Hands a mail over; it carries the same Message-ID whenever it is tried again. */
  void send(OutgoingMail mail, Instant now) throws MessagingException {
    MimeMessage message = new NamedMessage(session(), mail.getId());
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.getRecipient(), true));
    message.setSubject(mail.getSubject(), StandardCharsets.UTF_8.name());
    message.setText(mail.getBody(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    Transport.send(message);
  }

  /** A connection for many messages from one address. */
  public MailConnection connect(String from) throws MessagingException {
    return new MailConnection(session(), from);
  }

  private Session session() {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", host.orElseThrow());
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    settings.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    settings.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    settings.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
    return Session.getInstance(settings, user.map(this::login).orElse(null));
  }

  private Authenticator login(String name) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(name, password.orElse(""));
      }
    };
  }

  /** Its identity is the row's: a mailbox that gets it twice can tell. */
  private static final class NamedMessage extends MimeMessage {
    private final Long id;

    NamedMessage(Session session, Long id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@vigie>");
    }
  }
}
