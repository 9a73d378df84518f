package fr.vigie.containment.web;

import fr.vigie.containment.AccountSearch;
import fr.vigie.containment.directory.DirectoryAccount;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** What one directory answered, as a page keeps it between two requests. */
public record FoundAccounts(
    Long connection, String name, String fault, String detail, List<Found> accounts)
    implements Serializable {

  /** One account of it. */
  public record Found(
      Long connection,
      String uid,
      String login,
      String name,
      String rpps,
      String email,
      boolean open,
      List<String> groups,
      Instant createdAt,
      Instant changedAt)
      implements Serializable {
    static Found of(Long connection, DirectoryAccount account) {
      return new Found(
          connection,
          account.uid(),
          account.login(),
          account.name(),
          account.rpps(),
          account.email(),
          account.open(),
          account.groups(),
          account.createdAt(),
          account.changedAt());
    }
  }

  static FoundAccounts of(AccountSearch.Answer answer) {
    Long id = answer.connection().getId();
    return new FoundAccounts(
        id,
        answer.connection().getName(),
        answer.fault() == null ? "" : answer.fault().kind().name(),
        answer.fault() == null ? "" : answer.fault().detail(),
        answer.found().stream().map(account -> Found.of(id, account)).toList());
  }
}
