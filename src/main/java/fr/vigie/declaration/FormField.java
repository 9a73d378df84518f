package fr.vigie.declaration;

import fr.vigie.incident.Knowledge;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One question of a form.
 *
 * @param code stable name, also the id of the input
 * @param required asked of a complete declaration
 * @param unknownAllowed "not known yet" and "cannot be determined" are answers (BR-03)
 * @param notApplicableAllowed the question may have no object: "sans objet" is an answer
 * @param factOnly the case alone says its value, by the approvals that it asks there; nobody types
 *     over it
 * @param max most characters that the portal takes
 * @param source fact that fills it (see {@link Prefill}); empty when a person must write it
 * @param only types of declaration that ask it; empty is all
 */
public record FormField(
    String code,
    FieldType type,
    Label label,
    boolean required,
    boolean unknownAllowed,
    boolean notApplicableAllowed,
    boolean factOnly,
    int max,
    String source,
    List<FormOption> options,
    Set<DeclarationType> only)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public FormField {
    options = List.copyOf(options);
    only = Set.copyOf(only);
  }

  public boolean isAskedIn(DeclarationType declarationType) {
    return only.isEmpty() || only.contains(declarationType);
  }

  /** Whether an answer may be known as well, or as little, as this (BR-03). */
  public boolean allows(Knowledge knowledge) {
    return switch (knowledge) {
      case KNOWN, ESTIMATED -> true;
      case NOT_KNOWN_YET, CANNOT_BE_DETERMINED -> unknownAllowed;
      case NOT_APPLICABLE -> notApplicableAllowed;
    };
  }

  public Optional<FormOption> option(String optionCode) {
    return options.stream().filter(option -> option.code().equals(optionCode)).findFirst();
  }

  /** The words of an answer; the code itself when the list does not hold it. */
  public String words(String optionCode, Locale locale) {
    return option(optionCode).map(option -> option.label().in(locale)).orElse(optionCode);
  }
}
