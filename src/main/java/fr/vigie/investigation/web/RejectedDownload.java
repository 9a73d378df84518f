package fr.vigie.investigation.web;

import fr.vigie.investigation.RejectedLine;
import fr.vigie.platform.CsvCell;
import fr.vigie.platform.Texts;
import fr.vigie.platform.web.LayoutBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omnifaces.util.Faces;

/** Rejected lines as a file for a spreadsheet. */
@RequestScoped
public class RejectedDownload {
  @Inject LayoutBean layout;

  void send(List<RejectedLine> lines) throws IOException {
    Texts texts = Texts.in(layout.getLocale());
    StringBuilder csv = new StringBuilder(CsvCell.MARK);
    csv.append(
        CsvCell.line(
            texts.text("investigation.rejected.line"),
            texts.text("investigation.rejected.why"),
            texts.text("investigation.rejected.field"),
            texts.text("investigation.rejected.content")));
    for (RejectedLine line : lines) {
      String field =
          line.field() == null ? "" : texts.text("investigation.field.".concat(line.field()));
      csv.append(
          CsvCell.line(
              line.line(),
              texts.text("investigation.rejected.".concat(line.reason())),
              field,
              line.content()));
    }
    Faces.sendFile(
        csv.toString().getBytes(StandardCharsets.UTF_8),
        texts.text("investigation.rejected.file"),
        true);
  }
}
