package fr.vigie.incident.web;

import fr.vigie.identity.Role;
import fr.vigie.incident.Playbook;
import fr.vigie.incident.PlaybookItem;
import fr.vigie.incident.Step;
import fr.vigie.platform.Permission;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** An item of a playbook as it is typed; {@code new} in the address asks for a blank one. */
public class PlaybookItemForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 10;

  private boolean fresh = true;
  private String code;
  private Integer position;
  private String titleFr;
  private String titleEn;
  private String guidanceFr;
  private String guidanceEn;
  private Step step = Step.DETECTION;
  private Integer dueMinutes;
  private String dependsOn;
  private Role role;

  void read(Playbook playbook, String item) {
    position =
        playbook.getItems().stream().mapToInt(PlaybookItem::getPosition).max().orElse(0) + GAP;
    if (item == null || "new".equals(item)) {
      return;
    }
    PlaybookItem.Content content = playbook.item(item).content();
    fresh = false;
    code = item;
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

  PlaybookItem.Content content() {
    return new PlaybookItem.Content(
        position,
        titleFr,
        titleEn,
        Objects.toString(guidanceFr, ""),
        Objects.toString(guidanceEn, ""),
        step,
        dueMinutes,
        dependsOn,
        role);
  }

  public boolean isNew() {
    return fresh;
  }

  public Step[] getSteps() {
    return Step.values();
  }

  public List<Role> getRoles() {
    return Arrays.stream(Role.values())
        .filter(r -> r.permissions().contains(Permission.TASK_WORK))
        .toList();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public Integer getPosition() {
    return position;
  }

  public void setPosition(Integer position) {
    this.position = position;
  }

  public String getTitleFr() {
    return titleFr;
  }

  public void setTitleFr(String titleFr) {
    this.titleFr = titleFr;
  }

  public String getTitleEn() {
    return titleEn;
  }

  public void setTitleEn(String titleEn) {
    this.titleEn = titleEn;
  }

  public String getGuidanceFr() {
    return guidanceFr;
  }

  public void setGuidanceFr(String guidanceFr) {
    this.guidanceFr = guidanceFr;
  }

  public String getGuidanceEn() {
    return guidanceEn;
  }

  public void setGuidanceEn(String guidanceEn) {
    this.guidanceEn = guidanceEn;
  }

  public Step getStep() {
    return step;
  }

  public void setStep(Step step) {
    this.step = step;
  }

  public Integer getDueMinutes() {
    return dueMinutes;
  }

  public void setDueMinutes(Integer dueMinutes) {
    this.dueMinutes = dueMinutes;
  }

  public String getDependsOn() {
    return dependsOn;
  }

  public void setDependsOn(String dependsOn) {
    this.dependsOn = dependsOn;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }
}
