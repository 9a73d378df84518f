package fr.vigie.investigation;

import fr.vigie.platform.CsvCell;
import fr.vigie.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a list as CSV that no spreadsheet runs, some rows at a time. */
@ApplicationScoped
class ListFile {
  private static final int SOME = 500;
  private static final List<PersonField> COLUMNS =
      List.of(
          PersonField.BIRTH_NAME,
          PersonField.USED_NAME,
          PersonField.FIRST_NAMES,
          PersonField.BIRTH_DATE,
          PersonField.BIRTH_PLACE,
          PersonField.AGE,
          PersonField.SEX,
          PersonField.PHONE,
          PersonField.EMAIL,
          PersonField.ADDRESS,
          PersonField.IPP,
          PersonField.SITUATION,
          PersonField.EXPOSURE);

  @Inject PersonRepository persons;
  @Inject AffectedPersons affected;

  /** How many rows there were. */
  long write(ScopeVersion version, Locale language, OutputStream out) throws IOException {
    Texts texts = Texts.in(language);
    Function<AffectedPerson, PersonIdentity> names = affected.names(version.getInvolvement());
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(CsvCell.MARK);
    writer.write(CsvCell.line(heading(texts)));
    long rows = 0;
    List<AffectedPerson> some = persons.after(version, 0, SOME);
    while (!some.isEmpty()) {
      for (AffectedPerson row : some) {
        writer.write(CsvCell.line(cells(row, names.apply(row), texts)));
        rows++;
      }
      long last = some.get(some.size() - 1).getId();
      persons.forget(some);
      some = persons.after(version, last, SOME);
    }
    writer.flush();
    return rows;
  }

  private static Object[] heading(Texts texts) {
    return Stream.concat(
            Stream.of(texts.text("investigation.rejected.line")),
            Stream.concat(
                COLUMNS.stream().map(field -> texts.text("investigation.field." + field)),
                Stream.of(texts.text("investigation.persons.duplicate"))))
        .toArray();
  }

  private static Object[] cells(AffectedPerson row, PersonIdentity who, Texts texts) {
    String situations =
        row.getSituations().stream()
            .map(situation -> texts.text("investigation.situation." + situation))
            .collect(Collectors.joining(", "));
    return new Object[] {
      row.getLineNumber(),
      who.birthName(),
      who.usedName(),
      who.firstNames(),
      who.birthDate(),
      who.birthPlace(),
      who.age(),
      who.sex(),
      who.phone(),
      who.email(),
      who.address(),
      who.ipp(),
      situations,
      texts.text("investigation.exposure." + row.getExposure()),
      row.isDuplicate() ? "1" : ""
    };
  }
}
