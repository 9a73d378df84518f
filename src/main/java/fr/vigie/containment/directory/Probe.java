package fr.vigie.containment.directory;

/**
 * A secret of the compromised account that Vigie alone knows, and a token opened with it before the
 * block: tried again later, both must be refused. In memory, or sealed; never printed.
 *
 * @param secret empty when there is none
 * @param token a refresh or offline token; empty when there is none
 */
public record Probe(String secret, String token) {
  public static final Probe NONE = new Probe("", "");

  @Override
  public String toString() {
    return "Probe[secret=" + !secret.isEmpty() + ", token=" + !token.isEmpty() + "]";
  }
}
