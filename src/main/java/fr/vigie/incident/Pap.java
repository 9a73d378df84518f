package fr.vigie.incident;

/** Permissible Actions Protocol: what may be done with information. */
public enum Pap {
  RED,
  AMBER,
  GREEN,
  CLEAR;

  public String label() {
    return "PAP:" + name();
  }
}
