package fr.vigie.declaration;

import fr.vigie.reference.Organisation;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The one text of a declaration: JSON with keys in a fixed order and no blanks, and its SHA-256.
 * Equal declarations give equal bytes; one changed letter gives another hash.
 */
public record CanonicalText(String text, String hash) {

  static CanonicalText of(Declaration declaration) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    json.add("answers", declaration.payload().json());
    Organisation declarant = declaration.declarant();
    if (declarant != null) {
      json.add("declarant", declarant.getName());
      json.add("declarantSiren", declarant.getSiren() == null ? "" : declarant.getSiren());
    }
    json.add("incident", declaration.getIncident().getReference());
    json.add("kind", declaration.getKind().name());
    json.add("number", declaration.getNumber());
    json.add("previousNumber", previousNumber(declaration));
    json.add("schema", declaration.getSchemaCode());
    json.add("tlp", declaration.getIncident().getTlp().label());
    json.add("type", declaration.getType().name());
    json.add("zone", declaration.getIncident().zone().getId());
    return of(json.build().toString());
  }

  private static String previousNumber(Declaration declaration) {
    return declaration.getPrevious() == null ? "" : declaration.getPrevious().initialNumber();
  }

  static CanonicalText of(String text) {
    return new CanonicalText(text, sha256(text));
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
