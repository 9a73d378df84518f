package fr.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.notification.SenderAddress.Shown;
import fr.vigie.reference.Organisation;
import java.lang.reflect.Field;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderAddressTest {
  private static final Organisation HOSPITAL =
      new Organisation(Organisation.Type.ESTABLISHMENT, "CHU A", null);

  @ParameterizedTest
  @ValueSource(strings = {"vigie@localhost", "vigie", "", "a@b", "a@host.localdomain", "a b@x.fr"})
  void nothingLeavesFromAnAddressWithoutADomain(String address) {
    SenderAddress sender = new SenderAddress();
    sender.configured = Optional.of(address);
    assertThat(sender.known()).isEmpty();
    assertThatThrownBy(() -> sender.mustBeKnown(HOSPITAL))
        .hasMessage("notification.refused.noSender");
  }

  @Test
  void nothingLeavesWithoutAnAddressAndAnEstablishmentsOwnIsTaken() {
    SenderAddress sender = new SenderAddress();
    sender.configured = Optional.empty();
    assertThatThrownBy(() -> sender.mustBeKnown(HOSPITAL))
        .hasMessage("notification.refused.noSender");
    sender.configured = Optional.of("information@chu-caen.fr");
    sender.mustBeKnown(HOSPITAL);
    assertThat(sender.known()).contains("information@chu-caen.fr");
  }

  @Test
  void eachControllersPersonsSeeItsOwnNameAndAnswerToIt() {
    Shown clinic = Shown.of(organisation("Clinique d’Essai", null, null, "dpo@clinique.example"));
    assertThat(clinic.name()).contains("Clinique d’Essai");
    assertThat(clinic.replyTo()).as("its officer").contains("dpo@clinique.example");
    Shown hospital =
        Shown.of(organisation("CHU A", "CHU d’Essai", "information@chu.example", "dpo@x.example"));
    assertThat(hospital.name()).contains("CHU d’Essai");
    assertThat(hospital.replyTo()).contains("information@chu.example");
    assertThat(Shown.of(organisation("Centre Hospitalier du Pays", null, null, null)).name())
        .contains("Centre Hospitalier du Pays");
    assertThat(Shown.of(HOSPITAL).replyTo()).as("nobody is named").isEmpty();
  }

  @Test
  void aNameThatTellsTheCareIsNeverShownAndNothingStartsWithoutAnother() {
    SenderAddress sender = new SenderAddress();
    sender.configured = Optional.of("information@chu-caen.fr");
    Organisation telling = organisation("Centre psychiatrique", null, "oncologie@x.example", null);
    assertThat(Shown.of(telling)).isEqualTo(new Shown(Optional.empty(), Optional.empty()));
    assertThatThrownBy(() -> sender.mustBeKnown(telling))
        .hasMessage("notification.refused.senderName");
    sender.mustBeKnown(organisation("Centre psychiatrique", "CH de la Vallée", null, null));
  }

  private static Organisation organisation(
      String name, String senderName, String replyTo, String dpoEmail) {
    Organisation made = new Organisation(Organisation.Type.ESTABLISHMENT, name, null);
    set(made, "senderName", senderName);
    set(made, "replyTo", replyTo);
    set(made, "dpoEmail", dpoEmail);
    return made;
  }

  private static void set(Organisation made, String field, String value) {
    try {
      Field declared = Organisation.class.getDeclaredField(field);
      declared.setAccessible(true);
      declared.set(made, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
