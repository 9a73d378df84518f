package fr.vigie.declaration;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One version of an authority's form, as data with validity dates: law and portals move (domain.md
 * §1.5, §1.6, pitfall 32). A declaration keeps the version with which it was begun.
 *
 * @param validTo last day, or null
 * @param portal address of the tele-service; neither portal offers an interface for programs
 */
public record FormSchema(
    String code,
    DeclarationKind kind,
    LocalDate validFrom,
    LocalDate validTo,
    Label name,
    String portal,
    List<FormSection> sections) {

  public FormSchema {
    sections = List.copyOf(sections);
  }

  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  public List<FormField> fields(DeclarationType type) {
    return sections.stream().flatMap(section -> section.fields(type).stream()).toList();
  }

  public Optional<FormField> find(String fieldCode) {
    return sections.stream()
        .flatMap(section -> section.fields().stream())
        .filter(field -> field.code().equals(fieldCode))
        .findFirst();
  }

  public FormField field(String fieldCode) {
    return find(fieldCode).orElseThrow(() -> new NoSuchElementException(code + " " + fieldCode));
  }
}
