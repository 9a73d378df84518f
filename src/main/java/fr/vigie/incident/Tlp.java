package fr.vigie.incident;

/** Traffic Light Protocol 2.0: with whom information may be shared. */
public enum Tlp {
  RED,
  AMBER_STRICT,
  AMBER,
  GREEN,
  CLEAR;

  /** As written on documents: {@code TLP:AMBER+STRICT}. */
  public String label() {
    return "TLP:" + name().replace('_', '+');
  }
}
