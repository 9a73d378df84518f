package fr.vigie.containment.directory;

import java.util.List;
import java.util.Set;

/**
 * What a test of a connection saw.
 *
 * @param server what the server says it is; empty when it does not tell
 * @param accounts accounts seen below the base, as far as they were counted
 * @param counted false when there may be more
 * @param can what the connector may ask
 * @param warnings message keys of what a person should know, e.g. rights that are missing
 */
public record DirectoryCheck(
    String server,
    int accounts,
    boolean counted,
    Set<DirectoryAbility> can,
    List<String> warnings) {}
