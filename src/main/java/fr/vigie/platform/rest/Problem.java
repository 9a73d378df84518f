package fr.vigie.platform.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What went wrong, as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code urn:vigie:problem:} and the {@link ProblemType}
 * @param title what kind of problem it is, in the caller's language
 * @param detail the sentence a person would read, in the caller's language
 * @param key stable key of a refusal; absent otherwise
 * @param field the input concerned, when one is
 * @param fault id under which a fault stands in the log
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "key", "field", "fault"})
public record Problem(
    String type, String title, int status, String detail, String key, String field, String fault) {

  public static final String MEDIA_TYPE = "application/problem+json";
}
