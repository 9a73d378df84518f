package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.ResultCode;
import fr.vigie.containment.directory.DirectoryExchange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What was asked and answered, as it goes. */
final class LdapRecord {
  private final Clock clock;
  private final List<DirectoryExchange> exchanges = new ArrayList<>();

  LdapRecord(Clock clock) {
    this.clock = clock;
  }

  void note(String request, String answer) {
    exchanges.add(new DirectoryExchange(clock.instant(), request, answer));
  }

  void note(String request, ResultCode code) {
    note(request, LdapFaults.words(code));
  }

  List<DirectoryExchange> exchanges() {
    return List.copyOf(exchanges);
  }
}
