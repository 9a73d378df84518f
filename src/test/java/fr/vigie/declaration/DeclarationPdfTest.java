package fr.vigie.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.declaration.pdf.DeclarationPdf;
import fr.vigie.incident.SeedEvent;
import fr.vigie.platform.Caller;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DeclarationPdfTest {
  private final SeedEvent seed = new SeedEvent();
  private final FormSchema cnil = FormSchemas.shipped().get("cnil-2026-1");

  @Test
  void thePdfSaysWhatWhoWhenWithZoneVersionTlpAndPages() throws IOException {
    DeclarationDocument document = document();
    try (PDDocument pdf = Loader.loadPDF(new DeclarationPdf().render(document))) {
      int pages = pdf.getNumberOfPages();
      for (int page = 1; page <= pages; page++) {
        assertThat(text(pdf, page))
            .contains("TLP:AMBER+STRICT")
            .contains("NOR-2025-0007")
            .contains("Page " + page + " / " + pages)
            .contains("Alix Roy");
      }
      assertThat(text(pdf, 1)).contains("CHU de Test").contains("Europe/Paris");
      PDFTextStripper all = new PDFTextStripper();
      String whole = all.getText(pdf).replaceAll("\\s+", " ");
      assertThat(whole)
          .contains("État civil")
          .contains("10 500 à 14 000".replace(' ', '\u202f').replace("\u202fà\u202f", " à "))
          .contains("pas encore connu")
          .contains(document.text().hash());
    }
  }

  @Test
  void thePdfIsTaggedArchivableAndInFrench() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(new DeclarationPdf().render(document()))) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("fr");
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(pdf.getDocumentCatalog().getOutputIntents()).isNotEmpty();
      String xmp = new String(pdf.getDocumentCatalog().getMetadata().toByteArray());
      assertThat(xmp).contains("pdfaid:part").contains("pdfuaid:part");
    }
  }

  @Test
  void theJsonHoldsTheCanonicalTextAndItsHash() {
    DeclarationDocument document = document();
    assertThat(document.json())
        .contains("\"sha256\":\"" + document.text().hash() + "\"")
        .contains(document.text().text());
  }

  private DeclarationDocument document() {
    Declaration.Unit unit =
        new Declaration.Unit(seed.incident(), seed.controller(), DeclarationKind.CNIL);
    Caller author = new Caller(1, "alix", "Alix Roy", List.of());
    Declaration declaration = Declaration.initial(unit, cnil.code(), author, SeedEvent.NOW);
    Basis basis =
        new Basis(
            unit,
            DeclarationType.INITIAL,
            "",
            seed.parties(),
            List.of(),
            Basis.Measures.NONE,
            null,
            SeedEvent.NOW);
    declaration.fill(new Prefill().fill(cnil, basis), author, SeedEvent.NOW);
    return new DeclarationDocument(
        declaration, cnil, CanonicalText.of(declaration), "Alix Roy", SeedEvent.NOW);
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf).replace('\u00a0', ' ');
  }
}
