package fr.vigie.declaration.rest;

import fr.vigie.declaration.Declaration;
import fr.vigie.declaration.FieldValue;
import fr.vigie.incident.EvidenceFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A declaration as the API tells it.
 *
 * @param controller the controller's part in the case; absent when it covers the whole case
 * @param number 1 for the initial one, then up
 * @param filingReason why it was filed before it was signed; absent otherwise
 * @param sha256 hash of the frozen text, once signed
 * @param receipt the portal's file; absent as long as it is not given
 * @param seen to be given back by who signs it
 */
public record DeclarationView(
    String id,
    int version,
    String incident,
    String controller,
    String declarant,
    String kind,
    String type,
    int number,
    String schema,
    String state,
    String previous,
    Instant preparedAt,
    Instant submittedAt,
    Instant approvedAt,
    Instant sentAt,
    String acknowledgement,
    String filingReason,
    String sha256,
    ReceiptView receipt,
    String seen,
    Map<String, AnswerView> fields) {

  /** An answer: values, how well it is known, where it comes from. */
  public record AnswerView(
      List<String> values, String knowledge, String origin, String source, String reason) {
    static AnswerView of(FieldValue value) {
      return new AnswerView(
          value.values(),
          value.knowledge().name(),
          value.origin().name(),
          value.source(),
          value.reason());
    }
  }

  /** The sealed file that proves the filing. */
  public record ReceiptView(String evidence, String name, long size, String sha256) {
    static ReceiptView of(EvidenceFile file) {
      return file == null
          ? null
          : new ReceiptView(
              file.getId().toString(), file.getName(), file.getSize(), file.getSha256());
    }
  }

  static DeclarationView of(Declaration declaration) {
    Map<String, AnswerView> fields = new TreeMap<>();
    declaration.payload().answers().forEach((code, v) -> fields.put(code, AnswerView.of(v)));
    return new DeclarationView(
        declaration.getId().toString(),
        declaration.getVersion(),
        declaration.getIncident().getReference(),
        declaration.getInvolvement() == null
            ? null
            : declaration.getInvolvement().getId().toString(),
        declaration.declarant() == null ? null : declaration.declarant().getName(),
        declaration.getKind().name(),
        declaration.getType().name(),
        declaration.getNumber(),
        declaration.getSchemaCode(),
        declaration.getState().name(),
        declaration.getPrevious() == null ? null : declaration.getPrevious().getId().toString(),
        declaration.getPreparedAt(),
        declaration.getSubmittedAt(),
        declaration.getApprovedAt(),
        declaration.getSentAt(),
        declaration.getAcknowledgement(),
        declaration.getFilingReason(),
        declaration.getFrozenHash(),
        ReceiptView.of(declaration.getReceipt()),
        declaration.seen(),
        fields);
  }
}
