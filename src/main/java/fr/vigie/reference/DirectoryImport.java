package fr.vigie.reference;

import de.siegmar.fastcsv.reader.CsvRecord;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Bringing in establishments from a CSV file. Rejected lines are named with their reason and the
 * others are written, all in one transaction: a fault leaves nothing half imported. Importing the
 * same file again changes nothing.
 */
@UseCase
public class DirectoryImport {
  @Inject ReferenceRepository reference;
  @Inject Acts acts;

  /** Most bytes that a file may have. */
  public static final int MOST_BYTES = ImportedFile.MOST_BYTES;

  /** Says what an import would do, and writes nothing. */
  @Requires(Permission.REFERENCE_EDIT)
  public ImportReport rehearse(byte[] file) {
    return read(file, true);
  }

  @Requires(Permission.REFERENCE_EDIT)
  public ImportReport run(byte[] file) {
    return read(file, false);
  }

  private ImportReport read(byte[] bytes, boolean rehearsed) {
    ImportedFile file = ImportedFile.of(bytes);
    List<CsvRecord> records = file.records();
    Map<ImportColumn, Integer> places = ImportColumn.in(records.get(0).getFields());
    if (!places.containsKey(ImportColumn.NAME) || !places.containsKey(ImportColumn.REGION)) {
      throw RefusedException.at("file", "reference.refused.columnsMissing");
    }
    List<ImportRow> rows =
        records.stream()
            .skip(1)
            .map(line -> new ImportRow(line.getStartingLineNumber(), places, line.getFields()))
            .toList();
    ImportRun run = new ImportRun(reference, acts.scope(), rehearsed);
    run.prepare(rows);
    ImportReport report =
        new ImportReport(rows.stream().map(run::treat).toList(), rehearsed, file.encoding().name());
    tell(report);
    return report;
  }

  private void tell(ImportReport report) {
    acts.current().about("organisation", "import", "").fact("rehearsed", report.rehearsed());
    for (ImportReport.Outcome outcome : ImportReport.Outcome.values()) {
      acts.current().fact(outcome.name(), report.count(outcome));
    }
  }
}
