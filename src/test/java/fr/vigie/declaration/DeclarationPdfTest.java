package fr.vigie.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.declaration.pdf.DeclarationPdf;
import fr.vigie.incident.SeedEvent;
import fr.vigie.platform.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

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
            .contains("(Europe/Paris)")
            .contains("Page " + page + " / " + pages)
            .contains("Alix Roy");
      }
      assertThat(text(pdf, 1)).contains("CHU de Test").contains("Europe/Paris");
      PDFTextStripper all = new PDFTextStripper();
      String whole = all.getText(pdf).replaceAll("\\s+", " ");
      assertThat(whole)
          .contains("Soumise par Noé Petit")
          .contains("État civil")
          .contains("10 500 à 14 000".replace(' ', '\u202f').replace("\u202fà\u202f", " à "))
          .contains("pas encore connu")
          .contains(document.text().hash());
      cnil.fields(DeclarationType.INITIAL)
          .forEach(field -> assertThat(words(whole)).contains(words(field.label().fr())));
      assertThat(text(pdf, pages)).contains("Intégrité").contains(document.text().hash());
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

  @ParameterizedTest
  @EnumSource(
      value = PDFAFlavour.class,
      names = {"PDFA_3_U", "PDFUA_1"})
  void theAuthoritysReaderFindsNothingAgainstTheStandard(PDFAFlavour standard) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    byte[] pdf = new DeclarationPdf().render(document());
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(result.getTestAssertions())
          .as(standard.getId())
          .filteredOn(one -> one.getStatus() == TestAssertion.Status.FAILED)
          .extracting(one -> one.getRuleId() + " " + one.getMessage())
          .isEmpty();
      assertThat(result.isCompliant()).isTrue();
    }
  }

  @Test
  void thePrintedCommandFindsThePrintedHashAgainFromTheExport(@TempDir Path folder)
      throws Exception {
    DeclarationDocument document = document();
    Files.writeString(folder.resolve(document.fileName() + ".json"), document.json());
    Process check =
        new ProcessBuilder("sh", "-c", document.check()).directory(folder.toFile()).start();
    String answer = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).isZero();
    assertThat(answer).startsWith(document.text().hash());
    assertThat(document.json()).as("what the hash does not cover").contains("\"filing\"");
    try (PDDocument pdf = Loader.loadPDF(new DeclarationPdf().render(document))) {
      String whole = new PDFTextStripper().getText(pdf);
      assertThat(words(whole))
          .contains(words(document.check()))
          .contains(words("ni les signatures, ni le dépôt et son accusé"))
          .contains(words("rien n’a été dit à une question facultative"));
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
            Basis.Clocks.NONE);
    declaration.fill(new Prefill().fill(cnil, basis), author, SeedEvent.NOW);
    Caller other = new Caller(2, "noe", "Noé Petit", List.of());
    declaration.submit(cnil, false, Locale.FRENCH, other, SeedEvent.NOW);
    return new DeclarationDocument(
        declaration, cnil, CanonicalText.of(declaration), "Alix Roy", SeedEvent.NOW);
  }

  /** Without blanks, which lines break at, and with ligatures taken apart. */
  private static String words(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf).replaceAll("[\\s\u00a0]+", " ");
  }
}
