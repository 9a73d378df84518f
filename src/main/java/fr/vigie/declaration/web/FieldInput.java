package fr.vigie.declaration.web;

import fr.vigie.declaration.FieldType;
import fr.vigie.declaration.FieldValue;
import fr.vigie.declaration.FormField;
import fr.vigie.incident.Knowledge;
import fr.vigie.platform.web.TimeInput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One question as a person answers it: the answer, and how well it is known. */
public class FieldInput {
  private final FormField field;
  private final ZoneId zone;
  private final FieldValue before;
  private final TimeInput time;
  private String text = "";
  private String least = "";
  private String most = "";
  private List<String> codes = new ArrayList<>();
  private String knowledge;

  FieldInput(FormField field, FieldValue before, ZoneId zone) {
    this.field = field;
    this.zone = zone;
    this.before = before;
    this.knowledge = before == null ? "" : before.knowledge().name();
    List<String> values = before == null ? List.of() : before.values();
    Instant instant =
        field.type() == FieldType.DATETIME && !values.isEmpty()
            ? Instant.parse(values.get(0))
            : null;
    this.time = TimeInput.of(field.code(), instant, zone);
    if (field.type() == FieldType.COUNT && values.size() > 1) {
      least = values.get(0);
      text = values.get(1);
      most = values.size() == 3 ? values.get(2) : "";
    } else if (field.type().isChoice()) {
      codes = new ArrayList<>(values);
    } else if (!values.isEmpty() && instant == null) {
      text = values.get(0);
    }
  }

  /** The case alone says it: shown, never asked; where it says nothing, how little is known. */
  public boolean isClosed() {
    return field.factOnly() && (before == null || before.knowledge().hasValue());
  }

  /** A person may at most say how little is known of it. */
  public boolean isValueFromCase() {
    return field.factOnly();
  }

  /** The organisation's own facts stand in the directory, the others in the case. */
  public boolean isFromDirectory() {
    return field.source().startsWith("org.");
  }

  /** Tab of the case where the fact is told. */
  public String getTab() {
    return field.source().startsWith("controller.") ? "controllers" : "summary";
  }

  /** What was answered; empty when nothing is. */
  Optional<FieldValue> value() {
    List<String> values = values();
    Knowledge chosen = knowledge.isEmpty() ? null : Knowledge.valueOf(knowledge);
    boolean typed = before == null || !values.equals(before.values());
    if (!values.isEmpty() && (typed || chosen == null || chosen.hasValue())) {
      boolean estimated = chosen == Knowledge.ESTIMATED;
      return Optional.of(FieldValue.of(values, estimated ? Knowledge.ESTIMATED : Knowledge.KNOWN));
    }
    return chosen == null || chosen.hasValue()
        ? Optional.empty()
        : Optional.of(FieldValue.of(List.of(), chosen));
  }

  private List<String> values() {
    return switch (field.type()) {
      case DATETIME ->
          time.instantIfGiven(zone).map(Instant::toString).map(List::of).orElse(List.of());
      case CHOICE, CHOICES, YESNO ->
          codes.stream().filter(code -> code != null && !code.isEmpty()).toList();
      case COUNT -> numbers();
      case TEXT, LONGTEXT -> text.isBlank() ? List.of() : List.of(text.strip());
    };
  }

  private List<String> numbers() {
    List<String> typed =
        List.of(least, text, most).stream()
            .map(number -> number.replaceAll("[\\s\u00a0\u202f]", ""))
            .filter(number -> !number.isEmpty())
            .toList();
    return typed.size() == 3 && typed.stream().distinct().count() == 1
        ? typed.subList(0, 1)
        : typed;
  }

  public FormField getField() {
    return field;
  }

  public FieldValue getBefore() {
    return before;
  }

  public TimeInput getTime() {
    return time;
  }

  public String getText() {
    return text;
  }

  /** Browsers send CR LF; facts have LF, and must not differ for that. */
  public void setText(String text) {
    this.text = text == null ? "" : text.replace("\r\n", "\n");
  }

  public String getLeast() {
    return least;
  }

  public void setLeast(String least) {
    this.least = least == null ? "" : least;
  }

  public String getMost() {
    return most;
  }

  public void setMost(String most) {
    this.most = most == null ? "" : most;
  }

  public List<String> getCodes() {
    return codes;
  }

  public void setCodes(List<String> codes) {
    this.codes = codes;
  }

  public String getCode() {
    return codes.isEmpty() ? "" : codes.get(0);
  }

  public void setCode(String code) {
    codes = code == null || code.isEmpty() ? List.of() : List.of(code);
  }

  public String getKnowledge() {
    return knowledge;
  }

  public void setKnowledge(String knowledge) {
    this.knowledge = knowledge == null ? "" : knowledge;
  }
}
