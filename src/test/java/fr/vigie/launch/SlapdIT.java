package fr.vigie.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("directory")
class SlapdIT {
  @TempDir Path folder;

  @Test
  void startsEmptyAndLetsTheConnectorDoWhatItNeedsAlone() throws Exception {
    try (Slapd slapd = new Slapd(folder.resolve("slapd")).start();
        LDAPConnection administrator = slapd.administrator();
        LDAPConnection connector = slapd.signIn(Slapd.CONNECTOR, slapd.connectorSecret())) {
      String dn = "uid=camille," + Slapd.PEOPLE;
      administrator.add(
          "dn: " + dn,
          "objectClass: inetOrgPerson",
          "uid: camille",
          "cn: Camille",
          "sn: Camille",
          "userPassword: open sesame");
      assertThat(connector.getEntry(dn).hasAttribute("userPassword")).isFalse();
      connector.modify(dn, replace("pwdAccountLockedTime", "000001010000Z"));
      assertThatThrownBy(() -> slapd.signIn(dn, "open sesame"))
          .isInstanceOfSatisfying(
              LDAPException.class,
              e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.INVALID_CREDENTIALS));
      assertThatThrownBy(() -> connector.modify(dn, replace("cn", "Other")))
          .isInstanceOfSatisfying(
              LDAPException.class,
              e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS));
    }
  }

  @Test
  void aPackageThatCannotBeHadIsToldWithWhatToDo() {
    assertThatThrownBy(() -> DebianPackages.of("vigie-no-such-package"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("apt-get update");
  }

  private static Modification replace(String attribute, String value) {
    return new Modification(ModificationType.REPLACE, attribute, value);
  }
}
