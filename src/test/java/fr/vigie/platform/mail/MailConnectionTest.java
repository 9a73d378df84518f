package fr.vigie.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.launch.MailCatcher;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person's mailbox shows of a message. */
class MailConnectionTest {
  @Test
  void theControllerIsShownAndAnsweredWhileTheAddressIsTheInstallations() throws Exception {
    try (MailCatcher catcher = MailCatcher.anywhere().start()) {
      MailServer server = new MailServer();
      server.host = Optional.of(catcher.settings().get("vigie.mail.host"));
      server.port = Integer.parseInt(catcher.settings().get("vigie.mail.port"));
      server.user = Optional.empty();
      server.password = Optional.empty();
      try (MailConnection connection = server.connect("information@region.example")) {
        send(connection, "CHU d’Essai", "dpo@chu.example");
        send(connection, null, null);
      }
      assertThat(catcher.await(2, 10_000)).isTrue();
      MimeMessage ours = catcher.mails().get(0);
      InternetAddress from = (InternetAddress) ours.getFrom()[0];
      assertThat(from.getPersonal()).isEqualTo("CHU d’Essai");
      assertThat(from.getAddress()).isEqualTo("information@region.example");
      assertThat(ours.getReplyTo()).containsExactly(new InternetAddress("dpo@chu.example"));
      MimeMessage bare = catcher.mails().get(1);
      assertThat(bare.getHeader("From")).containsExactly("information@region.example");
      assertThat(bare.getHeader("Reply-To")).isNull();
    }
  }

  private static void send(MailConnection connection, String name, String replyTo) {
    assertThat(
            connection.send(
                new MailConnection.Letter(name, replyTo, "p@example.org", "Information", "Bonjour"),
                "<1@vigie>",
                Instant.EPOCH))
        .isEqualTo(MailConnection.Answer.ACCEPTED);
  }
}
