package fr.vigie.declaration;

import java.io.InputStream;

/**
 * The file that the portal gave as its receipt, e.g. the summary of the CNIL (domain.md §1.4).
 *
 * @param content read to its end by the act that takes it, not closed
 */
public record Receipt(String name, InputStream content) {}
