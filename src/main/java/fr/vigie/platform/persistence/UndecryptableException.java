package fr.vigie.platform.persistence;

/**
 * A stored secret cannot be opened: altered, moved to another row, or sealed with a key that is not
 * in the ring. Says which key was wanted, never the content.
 */
public class UndecryptableException extends RuntimeException {

  UndecryptableException(String message, Throwable cause) {
    super(message, cause);
  }
}
