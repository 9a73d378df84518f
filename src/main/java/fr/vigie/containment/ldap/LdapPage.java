package fr.vigie.containment.ldap;

import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of one answer, as they come: no more than a page, and all of them in time. The
 * library waits for each entry by itself, so a server that drips would be waited for without end.
 */
final class LdapPage implements SearchResultListener {
  private static final long serialVersionUID = 1L;

  private final int most;
  private final long end;
  private final List<SearchResultEntry> entries = new ArrayList<>();
  private int references;

  /**
   * @param patience for each answer; a whole page may take three times as long
   */
  LdapPage(int most, Duration patience) {
    this.most = most;
    this.end = System.nanoTime() + 3 * patience.toNanos();
  }

  /** The same question, answered to this page. */
  SearchRequest of(SearchRequest asked) {
    return new SearchRequest(
        this,
        asked.getControls(),
        asked.getBaseDN(),
        asked.getScope(),
        asked.getDereferencePolicy(),
        asked.getSizeLimit(),
        asked.getTimeLimitSeconds(),
        asked.typesOnly(),
        asked.getFilter(),
        asked.getAttributes());
  }

  List<SearchResultEntry> entries() {
    return entries;
  }

  @Override
  public void searchEntryReturned(SearchResultEntry entry) {
    entries.add(entry);
    check(entries.size());
  }

  @Override
  public void searchReferenceReturned(SearchResultReference reference) {
    check(++references);
  }

  private void check(int count) {
    if (count > most) {
      throw new DirectoryFault(Kind.UNCLEAR, "more than " + most + " entries at once");
    }
    if (System.nanoTime() - end > 0) {
      throw new DirectoryFault(Kind.TOO_SLOW, "the answer was not complete in time");
    }
  }
}
