package fr.vigie.platform.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A connection to the SMTP server, kept for many messages: plain text, nothing attached. */
public final class MailConnection implements AutoCloseable {
  /** What the server's answer means. */
  public enum Answer {
    ACCEPTED,
    /** The address is refused for good. */
    REFUSED,
    /** Refused for now (4xx): surely not taken. */
    LATER,
    /** It broke off; the server may have taken it or not. */
    UNKNOWN
  }

  private final Session session;
  private final Transport transport;
  private final String from;

  MailConnection(Session session, String from) throws MessagingException {
    this.session = session;
    this.from = from;
    this.transport = session.getTransport("smtp");
    transport.connect();
  }

  /**
   * One message.
   *
   * @param fromName who is shown as its sender beside the address; null: the address alone
   * @param replyTo where answers go; null: to the sender's address
   */
  public record Letter(String fromName, String replyTo, String to, String subject, String text) {
    @Override
    public String toString() {
      return "Letter";
    }
  }

  /** Gives one message; the id is its Message-ID. */
  public Answer send(Letter letter, String id, Instant now) {
    try {
      MimeMessage message = message(letter, id, now);
      transport.sendMessage(message, message.getAllRecipients());
      return Answer.ACCEPTED;
    } catch (AddressException malformed) {
      return Answer.REFUSED;
    } catch (SendFailedException refused) {
      return isForNow(refused) ? Answer.LATER : Answer.REFUSED;
    } catch (MessagingException brokenOff) {
      return Answer.UNKNOWN;
    }
  }

  /** SMTP codes that begin with 4 ask to come back. */
  private static boolean isForNow(MessagingException refused) {
    for (Exception e = refused; e instanceof MessagingException m; e = m.getNextException()) {
      if (String.valueOf(e.getMessage()).strip().matches("(?s)4\\d\\d[ -].*")) {
        return true;
      }
    }
    return false;
  }

  private MimeMessage message(Letter letter, String id, Instant now) throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    message.setFrom(sender(letter.fromName()));
    if (letter.replyTo() != null) {
      message.setReplyTo(new Address[] {new InternetAddress(letter.replyTo(), true)});
    }
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(now));
    message.saveChanges();
    return message;
  }

  private InternetAddress sender(String name) throws MessagingException {
    InternetAddress sender = new InternetAddress(from);
    try {
      sender.setPersonal(name, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException never) {
      throw new MessagingException("UTF-8 is always there", never);
    }
    return sender;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException gone) {
      // the server hung up first: nothing is left to close
      return;
    }
  }
}
