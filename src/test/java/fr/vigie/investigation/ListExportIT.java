package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frozen list taken out by its controller's own people, and opened with openssl. */
class ListExportIT {
  private static final String LIST =
      "Nom de naissance;Prénoms;DDN;Téléphone;IPP\n"
          + "=Formule;Élise;12/04/1957;0639980001;X1\n"
          + "Inventée;Noël;03/11/1984;;X2\n";
  private static final String PHRASE = "abcd-efgh-jkmn-pqrs-tuvw-xyz2";

  private static Schema schema;
  private static Node node;

  @TempDir Path home;

  @BeforeAll
  static void start() {
    schema = Schema.migrated();
    node = schema.node(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void theControllersOwnPeopleTakeTheFrozenListOutAndOpensslOpensIt() throws IOException {
    TakenIn list = TakenIn.of(schema, node, TakenIn.reported(node, "28"), "28").imported(LIST);
    assertThatThrownBy(() -> take(list, list, PHRASE))
        .as("a draft")
        .isInstanceOf(RefusedException.class)
        .hasMessage("investigation.refused.nothing.FROZEN");
    list.frozen();
    assertThatThrownBy(() -> take(list, list, "short"))
        .hasMessage("investigation.refused.passphrase");
    ListExport.Taken byPhrase = take(list, list, PHRASE);
    assertThat(opened(byPhrase, "-pwri_password", PHRASE))
        .contains("'=Formule;;Élise;1957-04-12", "Inventée");
    OpenSsl.key(home);
    String pem = Files.readString(home.resolve("cert.pem"));
    list.asDpo(Permission.PERSONS_READ, () -> node.get(ListExport.class).register(list.part, pem));
    assertThatThrownBy(() -> take(list, list, PHRASE))
        .hasMessage("investigation.refused.passphraseUnwanted");
    ListExport.Taken byKey = take(list, list, "");
    assertThat(opened(byKey, "-inkey", "key.pem", "-recip", "cert.pem")).contains("Inventée");
    assertThat(byKey.export().getRows()).isEqualTo(2);
    assertThat(
            schema.number(
                "select count(*) from audit_entry where facts like ? and facts not like '%Formule%'",
                "%" + byKey.export().getSha256() + "%"))
        .isEqualTo(1);
  }

  @Test
  void nobodyOfAnotherControllerTakesAListOut() {
    TakenIn list =
        TakenIn.of(schema, node, TakenIn.reported(node, "28"), "28").imported(LIST).frozen();
    TakenIn other = TakenIn.of(schema, node, list.incident, "28");
    assertThatThrownBy(() -> take(other, list, PHRASE)).isInstanceOf(NotFoundException.class);
  }

  private static ListExport.Taken take(TakenIn who, TakenIn list, String phrase) {
    return who.asDpo(
        Permission.PERSONS_READ,
        () -> {
          try {
            return node.get(ListExport.class)
                .take(
                    list.part,
                    new ListExport.Wish("Réponse aux appels", "DPO", phrase, Locale.FRENCH));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private String opened(ListExport.Taken taken, String... with) throws IOException {
    byte[] clear = OpenSsl.decrypt(home, taken.sealed(), with);
    Files.delete(taken.sealed());
    return new String(clear, StandardCharsets.UTF_8);
  }
}
