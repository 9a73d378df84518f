package fr.vigie.declaration;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;

/**
 * A declaration as taken out of the house.
 *
 * @param text canonical text and its hash
 * @param printedBy who took it
 */
public record DeclarationDocument(
    Declaration declaration, FormSchema schema, CanonicalText text, String printedBy, Instant at) {

  /** The name of a file of it, without its ending. */
  public String fileName() {
    return String.join(
        "-",
        declaration.getIncident().getReference(),
        declaration.getKind().name(),
        Integer.toString(declaration.getNumber()),
        declaration.getState().name());
  }

  /**
   * The command by which anyone finds the printed hash again from the JSON export, offline: it
   * takes the object {@code declaration} byte by byte and nothing else (docs/security.md).
   */
  public String check() {
    return "sed 's/^{\"declaration\":\\(.*\\),\"sha256\":\"[0-9a-f]*\",\"state\":.*$/\\1/' "
        + fileName()
        + ".json | tr -d '\\n' | sha256sum";
  }

  /** The canonical text, its hash and how it was filed. */
  public String json() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    try (JsonReader reader = Json.createReader(new StringReader(text.text()))) {
      json.add("declaration", reader.readObject());
    }
    json.add("sha256", text.hash());
    json.add("state", declaration.getState().name());
    JsonObjectBuilder filing = Json.createObjectBuilder();
    add(filing, "preparedBy", declaration.getPreparedName());
    add(filing, "submittedBy", declaration.getSubmittedName());
    add(filing, "submittedAt", declaration.getSubmittedAt());
    add(filing, "approvedBy", declaration.getApprovedName());
    add(filing, "approvedAt", declaration.getApprovedAt());
    add(filing, "sentAt", declaration.getSentAt());
    add(filing, "acknowledgement", declaration.getAcknowledgement());
    add(filing, "filingReason", declaration.getFilingReason());
    if (declaration.getReceipt() != null) {
      add(filing, "receipt", declaration.getReceipt().getName());
      add(filing, "receiptSha256", declaration.getReceipt().getSha256());
    }
    json.add("filing", filing);
    return json.build().toString();
  }

  private static void add(JsonObjectBuilder json, String key, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      json.add(key, value.toString());
    }
  }
}
