package fr.vigie.platform;

/**
 * The thing does not exist, or is not the caller's to see: both answer alike, so that nobody learns
 * that somebody else's row exists.
 */
public class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFoundException(String type, Object reference) {
    super(type + " " + reference);
  }
}
