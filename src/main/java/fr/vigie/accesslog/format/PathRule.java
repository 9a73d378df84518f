package fr.vigie.accesslog.format;

/**
 * What a web server's path shows, e.g. {@code GET /patients/{ipp}/dossier*}. {@code {ipp}} stands
 * for the patient's number, {@code {domain}} for its domain, {@code {}} for any one part, and a
 * star at the end for whatever follows, a query among it. No regular expression: a declared rule
 * cannot stall the reading.
 *
 * @param method such as GET; a star for all
 */
public record PathRule(String method, String template, AccessAction action) {}
