package fr.vigie.incident;

import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What to do, in order, for one kind of case (fiche réflexe). Data that the people in charge may
 * change; what {@code sql/reference} lays down never overwrites what they wrote. Starting one on a
 * case copies its items into tasks, so that a later change leaves running cases alone.
 */
@Entity
@Table(name = "playbook")
public class Playbook extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int NAME_MAX = 120;
  private static final Pattern CODE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]{1," + (PlaybookItem.CODE_MAX - 1) + "}");

  private String code;

  @Column(name = "name_fr")
  private String nameFr;

  @Column(name = "name_en")
  private String nameEn;

  /** Names of {@link IncidentCategory}, separated by blanks. */
  private String categories = "";

  private boolean active = true;

  @Column(name = "edited_at")
  private Instant editedAt;

  @Column(name = "edited_by")
  private String editedBy;

  @OneToMany(mappedBy = "playbook", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position, id")
  private List<PlaybookItem> items = new ArrayList<>();

  protected Playbook() {}

  Playbook(String code) {
    this.code = checked("code", code);
  }

  private static String checked(String field, String code) {
    if (code == null || !CODE.matcher(code).matches()) {
      throw RefusedException.at(field, "incident.refused.code", PlaybookItem.CODE_MAX);
    }
    return code;
  }

  void describe(String french, String english, Collection<IncidentCategory> fits, boolean inUse) {
    TimesPolicy.text("nameFr", french, 1, NAME_MAX);
    TimesPolicy.text("nameEn", english, 1, NAME_MAX);
    nameFr = french;
    nameEn = english;
    categories = fits.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    active = inUse;
  }

  void edited(String by, Instant at) {
    editedBy = by;
    editedAt = at;
  }

  PlaybookItem add(String itemCode, PlaybookItem.Content content) {
    checked("itemCode", itemCode);
    if (items.stream().anyMatch(item -> item.getCode().equalsIgnoreCase(itemCode))) {
      throw RefusedException.at("itemCode", "incident.refused.codeTaken", itemCode);
    }
    check(itemCode, content);
    PlaybookItem item = new PlaybookItem(this, itemCode, content);
    items.add(item);
    return item;
  }

  void change(String itemCode, PlaybookItem.Content content) {
    PlaybookItem item = item(itemCode);
    check(itemCode, content);
    item.say(content);
  }

  /** Takes an item out; what waited for it waits for nothing. */
  void remove(String itemCode) {
    items.remove(item(itemCode));
    items.stream()
        .filter(other -> itemCode.equals(other.getDependsOn()))
        .forEach(PlaybookItem::waitForNothing);
  }

  private void check(String itemCode, PlaybookItem.Content content) {
    TimesPolicy.text("titleFr", content.titleFr(), 1, CaseTask.TITLE_MAX);
    TimesPolicy.text("titleEn", content.titleEn(), 1, CaseTask.TITLE_MAX);
    TimesPolicy.text("guidanceFr", content.guidanceFr(), 0, PlaybookItem.GUIDANCE_MAX);
    TimesPolicy.text("guidanceEn", content.guidanceEn(), 0, PlaybookItem.GUIDANCE_MAX);
    Integer minutes = content.dueMinutes();
    if (minutes != null && (minutes < 0 || minutes > PlaybookItem.DUE_MAX)) {
      throw RefusedException.at("dueMinutes", "incident.refused.dueMinutes", PlaybookItem.DUE_MAX);
    }
    mustNotCircle(itemCode, content.dependsOn());
  }

  private void mustNotCircle(String itemCode, String dependsOn) {
    Set<String> seen = new HashSet<>(Set.of(itemCode));
    for (String next = dependsOn; next != null; next = item(next).getDependsOn()) {
      if (!seen.add(next)) {
        throw RefusedException.at("dependsOn", "incident.refused.taskCycle");
      }
    }
  }

  /**
   * The tasks this playbook asks for that the case does not have yet, tied to one another and to
   * those it has.
   *
   * @param present tasks of the case
   */
  List<CaseTask> missing(Incident incident, List<CaseTask> present, long by, Instant now) {
    Map<String, CaseTask> bySource = new HashMap<>();
    present.stream()
        .filter(task -> task.getSource() != null)
        .forEach(task -> bySource.put(task.getSource(), task));
    List<CaseTask> added = new ArrayList<>();
    for (PlaybookItem item : items) {
      if (!bySource.containsKey(item.source())) {
        CaseTask task = CaseTask.of(item, incident, by, now);
        bySource.put(item.source(), task);
        added.add(task);
      }
    }
    for (PlaybookItem item : items) {
      CaseTask task = bySource.get(item.source());
      if (item.getDependsOn() != null && added.contains(task)) {
        task.waitFor(bySource.get(code + "/" + item.getDependsOn()));
      }
    }
    return added;
  }

  public PlaybookItem item(String itemCode) {
    return items.stream()
        .filter(item -> item.getCode().equals(itemCode))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("PlaybookItem", itemCode));
  }

  public boolean fits(IncidentCategory category) {
    return getCategories().contains(category);
  }

  public List<IncidentCategory> getCategories() {
    return categories.isEmpty()
        ? List.of()
        : Arrays.stream(categories.split(" ")).map(IncidentCategory::valueOf).toList();
  }

  public String name(Locale locale) {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : nameFr;
  }

  public String getCode() {
    return code;
  }

  public String getNameFr() {
    return nameFr;
  }

  public String getNameEn() {
    return nameEn;
  }

  public boolean isActive() {
    return active;
  }

  public Instant getEditedAt() {
    return editedAt;
  }

  public String getEditedBy() {
    return editedBy;
  }

  public List<PlaybookItem> getItems() {
    return List.copyOf(items);
  }
}
