package fr.vigie.investigation;

import fr.vigie.investigation.PersonLine.Rejected;
import fr.vigie.reference.EmailAddress;
import fr.vigie.reference.Phone;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one line of a list. A line is rejected only when taking it would be wrong: no name, an
 * impossible date, an unknown word about the person's situation, a health number. A telephone or an
 * e-mail that cannot be read is kept as typed: the person is affected all the same.
 */
final class LinePolicy {
  static final int LONGEST_CELL = 500;
  private static final int LONGEST_ADDRESS = 6;
  private static final int OLDEST = 130;
  private static final int ADULT = 18;
  private static final String UNREADABLE = "\uFFFD";

  private static final List<DateTimeFormatter> DATES =
      List.of(
              "dd/MM/uuuu",
              "uuuu-MM-dd",
              "dd-MM-uuuu",
              "dd.MM.uuuu",
              "uuuu/MM/dd",
              "ddMMuuuu",
              "d/M/uuuu")
          .stream()
          .map(form -> DateTimeFormatter.ofPattern(form).withResolverStyle(ResolverStyle.STRICT))
          .toList();

  /** A convention for "not known", not a birthday (domain.md §7.2). */
  private static final LocalDate NOBODYS_BIRTHDAY = LocalDate.of(1900, 1, 1);

  private final ColumnMapping mapping;
  private final int width;
  private final Exposure usualExposure;
  private final Set<DataCategory> usualCategories;
  private final LocalDate today;

  LinePolicy(
      ColumnMapping mapping,
      int width,
      Exposure usualExposure,
      Set<DataCategory> usualCategories,
      LocalDate today) {
    this.mapping = mapping;
    this.width = width;
    this.usualExposure = usualExposure;
    this.usualCategories = usualCategories;
    this.today = today;
  }

  /** The patient number of a line, empty when it has none. */
  String number(CsvShape.Row row) {
    return mapping.cell(row.cells(), PersonField.IPP);
  }

  PersonLine read(CsvShape.Row row) throws Rejected {
    List<String> cells = row.cells();
    checkCells(cells);
    String birthName = mapping.cell(cells, PersonField.BIRTH_NAME);
    String usedName = mapping.cell(cells, PersonField.USED_NAME);
    if (birthName.isEmpty() && usedName.isEmpty()) {
      throw new Rejected("noName", PersonField.BIRTH_NAME);
    }
    String birthDate = birthDate(mapping.cell(cells, PersonField.BIRTH_DATE));
    String age = age(mapping.cell(cells, PersonField.AGE));
    Set<Situation> situations =
        Situation.parse(mapping.cell(cells, PersonField.SITUATION))
            .orElseThrow(() -> new Rejected("situation", PersonField.SITUATION));
    if (isMinor(birthDate, age)) {
      situations.add(Situation.MINOR);
    }
    String typedPhone = mapping.cell(cells, PersonField.PHONE);
    Optional<Phone> phone = Phone.parse(typedPhone);
    String typedEmail = mapping.cell(cells, PersonField.EMAIL);
    Optional<EmailAddress> email = EmailAddress.parse(typedEmail);
    PersonIdentity identity =
        new PersonIdentity(
            birthName,
            usedName,
            mapping.cell(cells, PersonField.FIRST_NAMES),
            birthDate,
            age,
            mapping.cell(cells, PersonField.SEX),
            phone.map(Phone::e164).orElse(typedPhone),
            email.map(EmailAddress::value).orElse(typedEmail),
            address(cells),
            mapping.cell(cells, PersonField.IPP),
            mapping.cell(cells, PersonField.BIRTH_PLACE));
    boolean doubtful =
        !typedPhone.isEmpty() && phone.isEmpty() || !typedEmail.isEmpty() && email.isEmpty();
    return new PersonLine(
        row.line(),
        identity,
        exposure(mapping.cell(cells, PersonField.EXPOSURE)),
        situations,
        categories(mapping.cell(cells, PersonField.CATEGORIES)),
        email.isPresent(),
        phone.isPresent(),
        doubtful,
        HealthNumber.matching(mapping.cell(cells, PersonField.INS), birthDate, identity.sexCode()));
  }

  /** As on an envelope: the street, then postcode and town. */
  private String address(List<String> cells) {
    String town =
        (mapping.cell(cells, PersonField.POSTCODE) + " " + mapping.cell(cells, PersonField.TOWN))
            .strip();
    String street = mapping.cell(cells, PersonField.ADDRESS);
    return street.isEmpty() || town.isEmpty() ? street + town : street + "\n" + town;
  }

  private void checkCells(List<String> cells) throws Rejected {
    for (int i = width; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        throw new Rejected("tooManyColumns", null);
      }
    }
    String address = mapping.cell(cells, PersonField.ADDRESS);
    if (cells.stream().anyMatch(cell -> cell.lines().count() > 1 && !cell.strip().equals(address))
        || address.lines().count() > LONGEST_ADDRESS) {
      throw new Rejected("severalLines", null); // else other persons vanish in a name
    }
    for (var entry : mapping.columns().entrySet()) {
      String cell = mapping.cell(cells, entry.getKey());
      if (cell.length() > LONGEST_CELL) {
        throw new Rejected("tooLong", entry.getKey());
      }
      if (cell.contains(UNREADABLE)
          || cell.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
        throw new Rejected("unreadable", entry.getKey());
      }
      if (entry.getKey() != PersonField.INS && HealthNumber.isCertain(cell)) {
        throw new Rejected("healthNumber", entry.getKey());
      }
    }
  }

  private String birthDate(String typed) throws Rejected {
    if (typed.isEmpty()) {
      return "";
    }
    String day = typed.replaceFirst("[ T]00:00(:00)?(\\.0+)?$", "");
    for (DateTimeFormatter form : DATES) {
      ParsePosition read = new ParsePosition(0);
      if (form.parseUnresolved(day, read) == null || read.getIndex() < day.length()) {
        continue; // without an exception for each other form
      }
      try {
        LocalDate date = LocalDate.parse(day, form);
        if (date.isAfter(today) || ChronoUnit.YEARS.between(date, today) > OLDEST) {
          throw new Rejected("impossibleBirthDate", PersonField.BIRTH_DATE);
        }
        return date.equals(NOBODYS_BIRTHDAY) ? "" : date.toString();
      } catch (DateTimeParseException another) {
        continue;
      } catch (DateTimeException outOfRange) {
        break;
      }
    }
    throw new Rejected("birthDate", PersonField.BIRTH_DATE);
  }

  private static String age(String typed) throws Rejected {
    String digits = typed.replaceFirst("(?i)\\s*ans?$", "");
    if (digits.isEmpty()) {
      return "";
    }
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > OLDEST) {
      throw new Rejected("age", PersonField.AGE);
    }
    return digits;
  }

  private boolean isMinor(String birthDate, String age) {
    if (!birthDate.isEmpty()) {
      return ChronoUnit.YEARS.between(LocalDate.parse(birthDate), today) < ADULT;
    }
    return !age.isEmpty() && Integer.parseInt(age) < ADULT;
  }

  private Exposure exposure(String typed) throws Rejected {
    if (typed.isEmpty()) {
      return usualExposure;
    }
    return Exposure.parse(typed).orElseThrow(() -> new Rejected("exposure", PersonField.EXPOSURE));
  }

  private Set<DataCategory> categories(String typed) throws Rejected {
    if (typed.isEmpty()) {
      return Set.copyOf(usualCategories);
    }
    return DataCategory.parse(typed)
        .orElseThrow(() -> new Rejected("categories", PersonField.CATEGORIES));
  }
}
