package fr.vigie.platform.rest;

import jakarta.ws.rs.BadRequestException;
import java.util.Optional;

/** A request body that cannot be taken: no JSON, or a value that its field does not have. */
class UnreadableException extends BadRequestException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field the field at fault; null when the text itself is no JSON
   */
  UnreadableException(String field, Exception cause) {
    super(cause);
    this.field = field;
  }

  Optional<String> field() {
    return Optional.ofNullable(field);
  }
}
