package fr.vigie.reference.web;

import fr.vigie.platform.CsvCell;
import fr.vigie.platform.Texts;
import fr.vigie.reference.ImportReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report of an import in words, as a CSV file. */
@ApplicationScoped
public class ImportReportFile {

  byte[] bytes(ImportReport report, Locale locale) {
    Texts texts = Texts.in(locale);
    StringBuilder file = new StringBuilder(CsvCell.MARK);
    file.append(
        CsvCell.line(
            texts.text("reference.import.line"),
            texts.text("reference.import.identifier"),
            texts.text("reference.name"),
            texts.text("reference.import.outcome"),
            texts.text("reference.import.reason")));
    for (ImportReport.Line line : report.lines()) {
      file.append(
          CsvCell.line(
              line.number(),
              line.identifier(),
              line.name(),
              texts.text("reference.outcome." + line.outcome()),
              reason(line, locale)));
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Why the line was rejected, or what is doubtful in it. */
  String reason(ImportReport.Line line, Locale locale) {
    Texts texts = Texts.in(locale);
    if (line.reason() != null) {
      return texts.text(line.reason(), line.about().toArray());
    }
    return line.doubts().stream()
        .map(field -> texts.text("reference.doubt." + field))
        .collect(Collectors.joining(" "));
  }
}
