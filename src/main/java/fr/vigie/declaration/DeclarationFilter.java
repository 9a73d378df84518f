package fr.vigie.declaration;

/**
 * Which declarations are wanted; null or empty means any.
 *
 * @param text start of a reference or of an acknowledgement, or part of a controller's name
 */
public record DeclarationFilter(String text, DeclarationKind kind, DeclarationState state) {
  public static final DeclarationFilter ALL = new DeclarationFilter(null, null, null);
}
