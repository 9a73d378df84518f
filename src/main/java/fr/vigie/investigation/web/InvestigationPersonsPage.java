package fr.vigie.investigation.web;

import fr.vigie.investigation.PersonSearch;
import fr.vigie.investigation.PersonsDisclosure;
import fr.vigie.investigation.PersonsDisclosure.Disclosed;
import fr.vigie.investigation.ScopeFile;
import fr.vigie.investigation.ScopeVersion;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The nominative list of one's own controller. A search is posted: it stands in no address. */
@Named
@RequestScoped
public class InvestigationPersonsPage {
  private static final int SIZE = 50;

  @Inject @Param String ref;
  @Inject @Param Long involvement;
  @Inject @Param Integer first;
  @Inject @Param Integer version;
  @Inject PersonsDisclosure disclosure;
  @Inject ScopeFile file;

  private ScopeFile.Part part;
  private List<Disclosed> rows;
  private long total;
  private boolean searched;
  private PersonSearch.By by = PersonSearch.By.NAME;
  private String text;
  private String firstName;
  private String birthDate;

  @PostConstruct
  void open() {
    if (involvement == null) {
      throw new NotFoundException("Involvement", "");
    }
  }

  public List<Disclosed> getRows() {
    if (rows == null) {
      Page<Disclosed> page =
          disclosure.page(involvement, version, new Page.Request(getFirst(), SIZE, "", true));
      rows = page.rows();
      total = page.total();
    }
    return rows;
  }

  public void search() {
    rows =
        disclosure.search(
            involvement, version, new PersonSearch(by, text, plain(firstName), plain(birthDate)));
    total = rows.size();
    searched = true;
  }

  private static String plain(String typed) {
    return typed == null
        ? ""
        : typed.strip().replaceFirst("^(\\d{2})/(\\d{2})/(\\d{4})$", "$3-$2-$1");
  }

  public ScopeFile.Part getPart() {
    if (part == null) {
      part = file.part(involvement);
    }
    return part;
  }

  public long getTotal() {
    getRows();
    return total;
  }

  public int getFirst() {
    return first == null ? 0 : first;
  }

  /** The version shown: the one asked for, else the one in force, else the draft. */
  public Integer getVersion() {
    List<ScopeVersion> all = getPart().versions();
    return version != null
        ? version
        : all.stream()
            .filter(ScopeVersion::isFrozen)
            .findFirst()
            .or(() -> all.stream().findFirst())
            .map(ScopeVersion::getNumber)
            .orElse(null);
  }

  public int getSize() {
    return SIZE;
  }

  public boolean isSearched() {
    return searched;
  }

  public PersonSearch.By[] getWays() {
    return PersonSearch.By.values();
  }

  public PersonSearch.By getBy() {
    return by;
  }

  public void setBy(PersonSearch.By by) {
    this.by = by;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getFirstName() {
    return firstName;
  }

  public void setFirstName(String firstName) {
    this.firstName = firstName;
  }

  public String getBirthDate() {
    return birthDate;
  }

  public void setBirthDate(String birthDate) {
    this.birthDate = birthDate;
  }

  public String getRef() {
    return ref;
  }

  public Long getInvolvement() {
    return involvement;
  }
}
