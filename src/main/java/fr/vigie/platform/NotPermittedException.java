package fr.vigie.platform;

/** The caller does not hold the permission of the act. Shown as "not found". */
public class NotPermittedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotPermittedException(Permission permission) {
    super(permission.name());
  }
}
