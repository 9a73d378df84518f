package fr.vigie.incident;

import fr.vigie.identity.Role;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One line of a playbook; becomes one task of a case. */
@Entity
@Table(name = "playbook_item")
public class PlaybookItem extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int CODE_MAX = 40;
  public static final int GUIDANCE_MAX = 1_000;

  /** A year: a playbook is for the first days, a longer delay is a slip of the finger. */
  public static final int DUE_MAX = 366 * 24 * 60;

  /**
   * What a person may say of an item.
   *
   * @param dueMinutes from the start of the playbook; null when no time is set
   * @param dependsOn code of another item of the playbook; null for none
   * @param role who usually does it; null for nobody in particular
   */
  public record Content(
      int position,
      String titleFr,
      String titleEn,
      String guidanceFr,
      String guidanceEn,
      Step step,
      Integer dueMinutes,
      String dependsOn,
      Role role) {}

  @ManyToOne(optional = false)
  @JoinColumn(name = "playbook_id")
  private Playbook playbook;

  private String code;

  @Column(name = "item_order")
  private int position;

  @Column(name = "title_fr")
  private String titleFr;

  @Column(name = "title_en")
  private String titleEn;

  @Column(name = "guidance_fr")
  private String guidanceFr;

  @Column(name = "guidance_en")
  private String guidanceEn;

  @Enumerated(EnumType.STRING)
  private Step step;

  @Column(name = "due_minutes")
  private Integer dueMinutes;

  @Column(name = "depends_on")
  private String dependsOn;

  @Enumerated(EnumType.STRING)
  private Role role;

  protected PlaybookItem() {}

  PlaybookItem(Playbook playbook, String code, Content content) {
    this.playbook = playbook;
    this.code = code;
    say(content);
  }

  final void say(Content content) {
    position = content.position();
    titleFr = content.titleFr();
    titleEn = content.titleEn();
    guidanceFr = content.guidanceFr();
    guidanceEn = content.guidanceEn();
    step = content.step();
    dueMinutes = content.dueMinutes();
    dependsOn = content.dependsOn();
    role = content.role();
  }

  void waitForNothing() {
    dependsOn = null;
  }

  public Content content() {
    return new Content(
        position, titleFr, titleEn, guidanceFr, guidanceEn, step, dueMinutes, dependsOn, role);
  }

  /** When its task is due if the playbook starts now. */
  Optional<Instant> due(Instant start) {
    return Optional.ofNullable(dueMinutes).map(Duration::ofMinutes).map(start::plus);
  }

  /** The mark its task carries, so that a second start does not make it twice. */
  String source() {
    return playbook.getCode() + "/" + code;
  }

  public String getCode() {
    return code;
  }

  public int getPosition() {
    return position;
  }

  public String getTitleFr() {
    return titleFr;
  }

  public String getTitleEn() {
    return titleEn;
  }

  public String getGuidanceFr() {
    return guidanceFr;
  }

  public String getGuidanceEn() {
    return guidanceEn;
  }

  public Step getStep() {
    return step;
  }

  public Integer getDueMinutes() {
    return dueMinutes;
  }

  public String getDependsOn() {
    return dependsOn;
  }

  public Role getRole() {
    return role;
  }
}
