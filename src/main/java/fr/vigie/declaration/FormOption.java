package fr.vigie.declaration;

import java.io.Serializable;

/** One answer of a list: a stable code and its words. */
public record FormOption(String code, Label label) implements Serializable {
  private static final long serialVersionUID = 1L;
}
