package fr.vigie.containment.directory;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One open connection to a directory; for one thread. Every method may throw a {@link
 * DirectoryFault}; none returns a guess. Acts are idempotent: asked twice, they change once.
 *
 * <p>Accounts are named by {@link DirectoryAccount#uid()}, which survives a rename or a move. What
 * is searched comes from people: adapters build filters with their library's escaping, never by
 * joining texts. Referrals are never followed, for the connector's secret would go with them.
 */
public interface DirectoryLink extends AutoCloseable {
  /** No more accounts are given for one question. */
  int MOST = 200;

  /** What can be asked here, as far as the connection says. */
  Set<DirectoryAbility> can();

  /**
   * Tries what the connector needs, changing nothing: reads below the base, sees its own rights.
   */
  DirectoryCheck check();

  /**
   * The accounts that bear any of the given marks, {@link #MOST} at most, in the order of their
   * logins.
   */
  List<DirectoryAccount> find(AccountQuery query);

  /**
   * The account as it is now.
   *
   * @throws DirectoryFault of kind GONE when there is none any more
   */
  DirectoryAccount read(String uid);

  /**
   * All that can be seen of whether the account is closed, without changing anything. A probe is
   * tried where the directory can: its secret must be refused and its token be inactive.
   *
   * @param probe what is tried, or {@link Probe#NONE}
   */
  Sight look(String uid, Probe probe);

  void disable(String uid);

  void enable(String uid);

  /** Ends every session and revokes every token, offline ones included. */
  void endSessions(String uid);

  /** Replaces the secret by another that nobody else is told. */
  void resetSecret(String uid, String secret);

  /**
   * Signs in once with a secret just set, while the account is still open, so that what it gives
   * can be seen to die; where nothing can be tried the probe has the secret alone.
   */
  Probe probe(String uid, String secret);

  /**
   * Accounts created or changed between two instants, of the same organisations or mail domains:
   * candidates for a person to judge. {@link #MOST} at most, newest change first.
   *
   * @param organisations values of the organisation attribute; any of them, or any of the domains
   * @param mailDomains such as {@code chu-a.example}, without the at sign
   */
  List<DirectoryAccount> changed(
      Instant from, Instant to, Set<String> organisations, Set<String> mailDomains);

  /** What was asked and answered on this connection so far, oldest first; never a secret. */
  List<DirectoryExchange> exchanges();

  @Override
  void close();
}
