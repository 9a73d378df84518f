package fr.vigie.declaration.pdf;

import fr.vigie.declaration.AnswerText;
import fr.vigie.declaration.Declaration;
import fr.vigie.declaration.DeclarationDocument;
import fr.vigie.declaration.FieldValue;
import fr.vigie.declaration.FormField;
import fr.vigie.declaration.FormSection;
import fr.vigie.incident.EvidenceFile;
import fr.vigie.platform.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The document as XHTML; every word comes from the bundle or the form. */
final class DeclarationMarkup {
  private final Texts words = Texts.in(Locale.FRENCH);
  private final DeclarationDocument document;
  private final Declaration declaration;
  private final AnswerText answers;
  private final String css;
  private final StringBuilder html = new StringBuilder();

  DeclarationMarkup(DeclarationDocument document, String css) {
    this.document = document;
    this.declaration = document.declaration();
    this.answers = new AnswerText(words, declaration.zone());
    this.css = css;
  }

  String html() {
    String title = title();
    html.append("<html lang=\"fr\"><head><title>").append(escaped(title)).append("</title>");
    meta("author", declaration.getPreparedName());
    meta("subject", document.schema().name().in(Locale.FRENCH));
    meta("description", title);
    html.append("<style>").append(css).append("</style><bookmarks>");
    sections().forEach(this::bookmark);
    html.append("</bookmarks></head><body>");
    element("div", "running-head", header());
    element("h1", "", title);
    element("p", "portal", words.text("declaration.pdf.recipient", portal()));
    life();
    element("p", "legend", words.text("declaration.pdf.legend"));
    sections().forEach(this::section);
    html.append("<div class=\"seal\">");
    element("h2", "", words.text("declaration.pdf.seal"));
    element("p", "", words.text("declaration.pdf.hashText"));
    element("p", "hash", document.text().hash());
    element("p", "", words.text("declaration.pdf.covers"));
    element("p", "", words.text("declaration.pdf.check"));
    element("p", "hash", document.check());
    return html.append("</div></body></html>").toString();
  }

  private String title() {
    return words.text(
        "declaration.pdf.title",
        words.text("declaration.kind." + declaration.getKind()),
        words.text("declaration.type." + declaration.getType()),
        declaration.getNumber(),
        declaration.getIncident().getReference());
  }

  private String portal() {
    return document.schema().name().in(Locale.FRENCH) + " (" + document.schema().portal() + ")";
  }

  private String header() {
    return words.text(
        "declaration.pdf.header",
        declaration.getIncident().getTlp().label(),
        declaration.getIncident().getReference(),
        words.text("declaration.state." + declaration.getState()),
        declaration.getNumber(),
        time(document.at()),
        document.printedBy(),
        declaration.zone().getId());
  }

  private void life() {
    html.append("<table class=\"life\"><tbody>");
    String by = declaration.declarant() == null ? "" : declaration.declarant().getName();
    row("declarant", by);
    row("form", document.schema().code());
    row("zone", declaration.zone().getId());
    row("prepared", who(declaration.getPreparedName(), declaration.getPreparedAt()));
    row("submitted", who(declaration.getSubmittedName(), declaration.getSubmittedAt()));
    row("approved", who(declaration.getApprovedName(), declaration.getApprovedAt()));
    row("sent", who(declaration.getSentName(), declaration.getSentAt()));
    row("acknowledgement", declaration.getAcknowledgement());
    if (declaration.isSent()) {
      row("receipt", receipt());
    }
    row("initialNumber", declaration.getPrevious() == null ? "" : declaration.initialNumber());
    row("filingReason", declaration.getFilingReason());
    html.append("</tbody></table>");
  }

  private String receipt() {
    EvidenceFile file = declaration.getReceipt();
    return file == null
        ? words.text("declaration.pdf.noReceipt")
        : words.text("declaration.pdf.receiptText", file.getName(), file.getSha256());
  }

  private String who(String name, Instant at) {
    return at == null ? "" : words.text("declaration.pdf.who", name, time(at));
  }

  private void row(String key, String value) {
    if (value != null && !value.isBlank()) {
      html.append("<tr>");
      cell("th", words.text("declaration.pdf." + key));
      cell("td", value);
      html.append("</tr>");
    }
  }

  private List<FormSection> sections() {
    return document.schema().sections().stream()
        .filter(section -> !section.fields(declaration.getType()).isEmpty())
        .toList();
  }

  private void bookmark(FormSection section) {
    html.append("<bookmark name=\"")
        .append(escaped(section.label().fr()))
        .append("\" href=\"#s-")
        .append(escaped(section.code()))
        .append("\"/>");
  }

  private void section(FormSection section) {
    html.append("<h2 id=\"s-").append(escaped(section.code())).append("\">");
    html.append(escaped(section.label().fr())).append("</h2><table><thead><tr>");
    cell("th", words.text("declaration.pdf.question"));
    cell("th", words.text("declaration.pdf.answer"));
    html.append("</tr></thead><tbody>");
    section.fields(declaration.getType()).forEach(this::field);
    html.append("</tbody></table>");
  }

  private void field(FormField field) {
    FieldValue value = declaration.payload().get(field.code()).orElse(null);
    html.append("<tr>");
    cell("th", field.label().fr());
    html.append("<td>");
    String answer = answers.of(field, value);
    lines(answer.isEmpty() ? words.text("declaration.pdf.none") : answer);
    if (value != null && !value.reason().isEmpty()) {
      element("p", "why", words.text("declaration.pdf.override", value.reason()));
    }
    html.append("</td></tr>");
  }

  private void lines(String text) {
    text.lines().forEach(line -> element("p", "", line));
  }

  private void meta(String name, String content) {
    html.append("<meta name=\"").append(name).append("\" content=\"");
    html.append(escaped(content)).append("\"/>");
  }

  private void cell(String tag, String text) {
    element(tag, "", text);
  }

  private void element(String tag, String styleClass, String text) {
    html.append('<').append(tag);
    if (!styleClass.isEmpty()) {
      html.append(" class=\"").append(styleClass).append('"');
    }
    html.append('>').append(escaped(text)).append("</").append(tag).append('>');
  }

  private String time(Instant instant) {
    return words.instant(instant, declaration.zone());
  }

  /** Escapes, and leaves out what XML cannot carry. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || c >= ' ' && c != 0xFFFE && c != 0xFFFF)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
