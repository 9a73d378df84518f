package fr.vigie.containment.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A connection on which the connector has signed in; all that is said on it is recorded. */
final class LdapWire implements AutoCloseable {
  private static final int PAGE = 200;

  /** Pages read of one answer: some may be empty, but not all for ever. */
  private static final int PAGES = 100;

  /** A server that knows no pages answers all at once: no more than this is taken. */
  private static final int MOST_AT_ONCE = 5_000;

  private final LDAPConnection connection;
  private final LdapRecord told;
  private final Duration patience;

  private LdapWire(LDAPConnection connection, LdapRecord told, Duration patience) {
    this.connection = connection;
    this.told = told;
    this.patience = patience;
  }

  static LdapWire signedIn(LdapOpening opening, DirectoryAccess access, LdapRecord told) {
    LDAPConnection connection = opening.open();
    try {
      opening.signIn(connection, access.login(), access.secret());
      return new LdapWire(connection, told, access.patience());
    } catch (LDAPException e) {
      connection.close();
      throw LdapFaults.ofSignIn(e);
    }
  }

  /** The entry of that name alone; null when there is none, or none that may be seen. */
  SearchResultEntry entry(String dn, String... attributes) {
    SearchRequest request =
        new SearchRequest(
            dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), attributes);
    List<SearchResultEntry> found = new ArrayList<>();
    page(request, found);
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * The entries below {@code base}, page by page, until {@code most} are there. References to other
   * servers are left aside.
   */
  List<SearchResultEntry> search(
      String base, Filter filter, int most, Collection<String> attributes) {
    SearchRequest request =
        new SearchRequest(base, SearchScope.SUB, filter, attributes.toArray(String[]::new));
    List<SearchResultEntry> found = new ArrayList<>();
    ASN1OctetString cookie = null;
    int pages = 0;
    do {
      int size = Math.min(PAGE, most - found.size());
      request.setControls(new SimplePagedResultsControl(size, cookie, false));
      cookie = page(request, found);
    } while (cookie != null && found.size() < most && ++pages < PAGES);
    return found;
  }

  /** Adds one page; answers where the next one begins, null when there is none. */
  private ASN1OctetString page(SearchRequest request, List<SearchResultEntry> found) {
    String words = words(request);
    LdapPage page = new LdapPage(MOST_AT_ONCE, patience);
    try {
      SearchResult result = connection.search(page.of(request));
      told.note(words, "0 (success), entries: " + result.getEntryCount());
      found.addAll(page.entries());
      SimplePagedResultsControl next = SimplePagedResultsControl.get(result);
      return next == null || !next.moreResultsToReturn() ? null : next.getCookie();
    } catch (LDAPSearchException e) {
      told.note(words, LdapFaults.detail(e));
      throw searchFault(request, e);
    } catch (DirectoryFault e) {
      told.note(words, e.kind() + ": " + e.detail());
      connection.close(); // the rest of the answer is not waited for
      throw e;
    } catch (LDAPException e) {
      told.note(words, LdapFaults.detail(e));
      throw LdapFaults.of(e);
    }
  }

  /** What is missing here is not an account but the place where accounts are looked for. */
  private static DirectoryFault searchFault(SearchRequest request, LDAPException e) {
    if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
      return new DirectoryFault(
          Kind.REFUSED,
          "no entry %s, or the connector may not see it".formatted(request.getBaseDN()),
          e);
    }
    return LdapFaults.of(e);
  }

  private static String words(SearchRequest request) {
    return "SEARCH %s %s %s"
        .formatted(request.getBaseDN(), request.getScope().getName(), request.getFilter());
  }

  void modify(String dn, Modification change) {
    String request =
        "MODIFY %s: %s %s"
            .formatted(dn, change.getModificationType().getName(), change.getAttributeName());
    try {
      told.note(request, connection.modify(dn, change).getResultCode());
    } catch (LDAPException e) {
      told.note(request, LdapFaults.detail(e));
      throw LdapFaults.of(e);
    }
  }

  /** Has the server set the secret in its own form (RFC 3062). */
  void setSecret(String dn, String secret) {
    String request = "PASSWORD MODIFY " + dn;
    try {
      ExtendedResult result =
          connection.processExtendedOperation(new PasswordModifyExtendedRequest(dn, null, secret));
      if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
        throw new LDAPException(result);
      }
      told.note(request, result.getResultCode());
    } catch (LDAPException e) {
      told.note(request, LdapFaults.detail(e));
      throw LdapFaults.of(e);
    }
  }

  void note(String request, String answer) {
    told.note(request, answer);
  }

  List<DirectoryExchange> exchanges() {
    return told.exchanges();
  }

  @Override
  public void close() {
    connection.close();
  }
}
