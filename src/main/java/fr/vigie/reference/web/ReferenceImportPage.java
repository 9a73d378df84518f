package fr.vigie.reference.web;

import fr.vigie.platform.RefusedException;
import fr.vigie.reference.DirectoryImport;
import fr.vigie.reference.ImportReport;
import fr.vigie.reference.ImportReport.Outcome;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;

/** /reference/import.xhtml: a file of establishments, rehearsed first, and its report. */
@Named
@ViewScoped
public class ReferenceImportPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 200;

  @Inject DirectoryImport importing;
  @Inject ImportReportFile reportFile;

  private transient Part file;
  private byte[] kept;
  private String fileName;
  private ImportReport report;

  /** Reads the file and says what it would change. */
  public void rehearse() throws IOException {
    if (file.getSize() > DirectoryImport.MOST_BYTES) {
      throw RefusedException.at(
          "file", "reference.refused.fileTooBig", DirectoryImport.MOST_BYTES / 1024 / 1024);
    }
    try (InputStream content = file.getInputStream()) {
      kept = content.readNBytes(DirectoryImport.MOST_BYTES + 1);
    }
    fileName = file.getSubmittedFileName();
    report = null;
    report = importing.rehearse(kept);
  }

  /** Writes what was rehearsed. */
  public void run() {
    report = importing.run(kept);
    kept = null;
  }

  public void download() throws IOException {
    Faces.sendFile(reportFile.bytes(report, Faces.getLocale()), "vigie-import.csv", true);
  }

  public ImportReport getReport() {
    return report;
  }

  /** Rejected lines first; the whole is in the file to download. */
  public List<ImportReport.Line> getLines() {
    return report.lines().stream()
        .sorted((one, two) -> two.outcome().compareTo(one.outcome()))
        .limit(SHOWN)
        .toList();
  }

  public boolean isCut() {
    return report.lines().size() > SHOWN;
  }

  public String reason(ImportReport.Line line) {
    return reportFile.reason(line, Faces.getLocale());
  }

  public Outcome[] getOutcomes() {
    return Outcome.values();
  }

  public String getFileName() {
    return fileName;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
