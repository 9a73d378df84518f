package fr.vigie.declaration;

import fr.vigie.platform.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Writes answers for a reader: words of the options, times in the case's zone, numbers. */
public record AnswerText(Texts words, ZoneId zone) {

  /** The answer in words; empty when there is none. */
  public String of(FormField field, FieldValue value) {
    if (value == null) {
      return "";
    }
    String knowledge = words.text("common.knowledge." + value.knowledge());
    if (!value.knowledge().hasValue()) {
      return knowledge;
    }
    String told = told(field, value.values());
    boolean sure = value.knowledge() == fr.vigie.incident.Knowledge.KNOWN;
    return sure ? told : words.text("declaration.answer.estimated", told, knowledge);
  }

  private String told(FormField field, List<String> values) {
    return switch (field.type()) {
      case TEXT, LONGTEXT -> values.get(0);
      case DATETIME -> words.instant(Instant.parse(values.get(0)), zone);
      case COUNT -> number(values);
      case CHOICE, CHOICES, YESNO ->
          values.stream()
              .map(code -> field.words(code, words.locale()))
              .collect(Collectors.joining(words.text("declaration.answer.separator") + " "));
    };
  }

  private String number(List<String> numbers) {
    if (numbers.size() == 1) {
      return words.number(Long.valueOf(numbers.get(0)));
    }
    if (numbers.size() == 2) { // without a maximum
      String least = words.text("common.count.atLeast", words.number(Long.valueOf(numbers.get(0))));
      String likely = words.number(Long.valueOf(numbers.get(1)));
      return numbers.get(0).equals(numbers.get(1)) ? least : "~ " + likely + " (" + least + ")";
    }
    return words.text(
        "declaration.answer.range",
        words.number(Long.valueOf(numbers.get(1))),
        words.number(Long.valueOf(numbers.get(0))),
        words.number(Long.valueOf(numbers.get(2))));
  }
}
