package fr.vigie.incident.store;

import java.io.IOException;

/** What lies in the store is not what was sealed, or cannot be opened any more. */
public final class BrokenContentException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenContentException(String message, Throwable cause) {
    super(message, cause);
  }
}
