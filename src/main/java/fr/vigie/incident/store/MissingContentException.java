package fr.vigie.incident.store;

import java.io.IOException;

/** Nothing lies in the store under that name. */
public final class MissingContentException extends IOException {
  private static final long serialVersionUID = 1L;

  MissingContentException(String name) {
    super("Nothing lies under " + name);
  }
}
