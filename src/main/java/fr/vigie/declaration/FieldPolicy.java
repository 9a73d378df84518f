package fr.vigie.declaration;

import fr.vigie.incident.Knowledge;
import fr.vigie.platform.RefusedException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Whether an answer fits its field; refuses at the field. */
final class FieldPolicy {
  private static final int MOST_DIGITS = 12;

  private FieldPolicy() {}

  static void check(FormField field, FieldValue value) {
    if (!field.allows(value.knowledge())) {
      boolean pointless = value.knowledge() == Knowledge.NOT_APPLICABLE;
      throw refused(field, pointless ? "notApplicable" : "unknownNotAllowed");
    }
    if (!value.knowledge().hasValue()) {
      return;
    }
    if (value.values().isEmpty() || value.values().stream().anyMatch(String::isBlank)) {
      throw refused(field, "empty");
    }
    if (field.type() != FieldType.CHOICES
        && field.type() != FieldType.COUNT
        && value.values().size() > 1) {
      throw refused(field, "oneOnly");
    }
    switch (field.type()) {
      case TEXT, LONGTEXT -> text(field, value);
      case CHOICE, CHOICES, YESNO -> options(field, value);
      case DATETIME -> instant(field, value);
      case COUNT -> numbers(field, value);
    }
  }

  private static void text(FormField field, FieldValue value) {
    int length = value.values().get(0).length();
    if (length > field.max()) {
      throw refused(field, "tooLong", length, field.max());
    }
  }

  private static void options(FormField field, FieldValue value) {
    value.values().stream()
        .filter(code -> field.option(code).isEmpty())
        .findFirst()
        .ifPresent(
            code -> {
              throw refused(field, "unknownOption", code);
            });
  }

  private static void instant(FormField field, FieldValue value) {
    try {
      Instant.parse(value.values().get(0));
    } catch (DateTimeParseException malformed) {
      throw refused(field, "notAnInstant", value.values().get(0));
    }
  }

  private static void numbers(FormField field, FieldValue value) {
    List<Long> numbers = new ArrayList<>();
    for (String text : value.values()) {
      if (!text.matches("[0-9]{1," + MOST_DIGITS + "}")) {
        throw refused(field, "notANumber", text);
      }
      numbers.add(Long.valueOf(text));
    }
    boolean one = numbers.size() == 1;
    boolean range =
        numbers.size() == 3 && numbers.get(0) <= numbers.get(1) && numbers.get(1) <= numbers.get(2);
    boolean atLeast = numbers.size() == 2 && numbers.get(0) <= numbers.get(1);
    if (!one && !range && !atLeast) {
      throw refused(field, "notARange");
    }
  }

  private static RefusedException refused(FormField field, String key, Object... arguments) {
    return RefusedException.at(field.code(), "declaration.refused." + key, arguments);
  }
}
