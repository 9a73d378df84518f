package fr.vigie.containment.web;

import fr.vigie.containment.BlockingTarget;
import fr.vigie.containment.BulkBlocking;
import fr.vigie.containment.BulkBlocking.Row;
import fr.vigie.containment.RunFigures;
import fr.vigie.platform.CsvCell;
import fr.vigie.platform.Page;
import fr.vigie.platform.Texts;
import fr.vigie.platform.web.LayoutBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.omnifaces.util.Faces;

/** What became of each line of a run, as a file for a spreadsheet. */
@RequestScoped
public class RunFile {
  @Inject BulkBlocking bulk;
  @Inject LayoutBean layout;

  void send(RunFigures figures) throws IOException {
    Texts texts = Texts.in(layout.getLocale());
    StringBuilder csv = new StringBuilder(CsvCell.MARK);
    csv.append(
        CsvCell.line(
            texts.text("containment.run.line"),
            texts.text("containment.run.typed"),
            texts.text("containment.run.account"),
            texts.text("containment.run.holder"),
            texts.text("containment.run.directory"),
            texts.text("containment.run.result"),
            texts.text("containment.run.why")));
    Page<Row> page = page(figures, 0);
    for (int at = 0; !page.rows().isEmpty(); at += Page.Request.MOST, page = page(figures, at)) {
      page.rows().forEach(row -> csv.append(line(row, texts)));
    }
    Faces.sendFile(
        csv.toString().getBytes(StandardCharsets.UTF_8),
        "vigie-" + figures.run().getIncident().getReference() + ".csv",
        true);
  }

  private Page<Row> page(RunFigures figures, int at) {
    return bulk.targets(
        figures.run().getId(), null, new Page.Request(at, Page.Request.MOST, "", true));
  }

  private static String line(Row row, Texts texts) {
    BlockingTarget target = row.target();
    String directory = target.getConnection() == null ? "" : target.getConnection().getName();
    return CsvCell.line(
        target.getLine(),
        target.getTyped(),
        target.getFound().getLogin(),
        target.getFound().getName(),
        directory,
        texts.text("containment.run.result." + row.result()),
        why(target, directory, texts));
  }

  private static String why(BlockingTarget target, String directory, Texts texts) {
    if (target.getWrong() != null) {
      return texts.text("containment.run.wrong." + target.getWrong());
    }
    return target.getFault() == null
        ? ""
        : texts.text("containment.fault." + target.getFault(), directory);
  }
}
