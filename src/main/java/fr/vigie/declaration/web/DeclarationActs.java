package fr.vigie.declaration.web;

import fr.vigie.declaration.Declaration;
import fr.vigie.declaration.DeclarationDocument;
import fr.vigie.declaration.DeclarationFile;
import fr.vigie.declaration.Declaring;
import fr.vigie.declaration.Receipt;
import fr.vigie.declaration.Sending;
import fr.vigie.declaration.Signing;
import fr.vigie.declaration.pdf.DeclarationPdf;
import fr.vigie.incident.Evidence;
import fr.vigie.incident.Incident;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.omnifaces.util.Faces;

/** The acts on a declaration once it is written: sign, give back, note the filing, follow up. */
@Named
@RequestScoped
public class DeclarationActs {
  private static final long MEBIBYTE = 1024L * 1024;

  @Inject DeclarationDetailPage page;
  @Inject DeclarationFile file;
  @Inject Declaring declaring;
  @Inject Signing signing;
  @Inject DeclarationPdf pdf;
  @Inject Evidence evidence;
  @Inject Messages messages;

  private Part receiptFile;
  private final TimeInput sentAt = new TimeInput("sentAt");
  private String reason = "";
  private String seen;
  private String acknowledgement = "";
  private String filingReason = "";

  public String approve() {
    return done("approved", signing.approve(page.key(), seen));
  }

  public String sendBack() {
    return done("sentBack", signing.sendBack(page.key(), reason));
  }

  public String takeBack() {
    return done("takenBack", signing.takeBack(page.key()));
  }

  public String sent() {
    Sending sending =
        new Sending(
            sentAt.instant(page.getDeclaration().zone()), acknowledgement, filingReason, receipt());
    Declaration declaration = signing.sent(page.key(), sending);
    return done(declaration.lacksReceipt() ? "sentWithoutReceipt" : "sent", declaration);
  }

  /** The receipt of a declaration sent without it. */
  public String receive() {
    return done("received", signing.receive(page.key(), receipt()));
  }

  private Receipt receipt() {
    if (receiptFile == null || receiptFile.getSize() == 0) {
      return null;
    }
    try {
      return new Receipt(receiptFile.getSubmittedFileName(), receiptFile.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long getLimit() {
    return evidence.limit() / MEBIBYTE;
  }

  public String complement() {
    return done("prepared", declaring.complement(page.key()));
  }

  public String withdraw() {
    return done("prepared", declaring.withdraw(page.key(), reason));
  }

  public String discard() {
    Incident incident = declaring.discard(page.key());
    messages.done("declaration.done.discarded");
    return "/incident/detail?faces-redirect=true&tab=declarations&ref=" + incident.getReference();
  }

  public void downloadPdf() throws IOException {
    DeclarationDocument document = file.document(page.key(), "pdf");
    Faces.sendFile(pdf.render(document), document.fileName() + ".pdf", true);
  }

  public void downloadJson() throws IOException {
    DeclarationDocument document = file.document(page.key(), "json");
    byte[] json = document.json().getBytes(StandardCharsets.UTF_8);
    Faces.sendFile(json, document.fileName() + ".json", true);
  }

  private String done(String what, Declaration declaration) {
    messages.done("declaration.done." + what);
    return DeclarationDetailPage.address(declaration.getId());
  }

  public Part getReceiptFile() {
    return receiptFile;
  }

  public void setReceiptFile(Part receiptFile) {
    this.receiptFile = receiptFile;
  }

  public TimeInput getSentAt() {
    return sentAt;
  }

  /** The declaration as it was when the page was shown. */
  public String getSeen() {
    return seen == null ? page.getDeclaration().seen() : seen;
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getAcknowledgement() {
    return acknowledgement;
  }

  public void setAcknowledgement(String acknowledgement) {
    this.acknowledgement = acknowledgement;
  }

  public String getFilingReason() {
    return filingReason;
  }

  public void setFilingReason(String filingReason) {
    this.filingReason = filingReason;
  }
}
