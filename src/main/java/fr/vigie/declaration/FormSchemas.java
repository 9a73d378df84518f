package fr.vigie.declaration;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions of the forms that the software ships with. */
@ApplicationScoped
public class FormSchemas {
  private static final List<String> SHIPPED = List.of("cnil-2026-1", "health-2026-1");

  private final Map<String, FormSchema> byCode = new LinkedHashMap<>();

  @PostConstruct
  void load() {
    for (String code : SHIPPED) {
      FormSchema schema = read(code);
      byCode.put(schema.code(), schema);
    }
  }

  /** The shipped forms without a container. */
  static FormSchemas shipped() {
    FormSchemas schemas = new FormSchemas();
    schemas.load();
    return schemas;
  }

  public FormSchema get(String code) {
    FormSchema schema = byCode.get(code);
    if (schema == null) {
      throw new IllegalStateException("No form " + code);
    }
    return schema;
  }

  /** The form in force on a day; before the first one, the first. */
  public FormSchema inForce(DeclarationKind kind, LocalDate day) {
    List<FormSchema> ofKind =
        byCode.values().stream().filter(schema -> schema.kind() == kind).toList();
    return ofKind.stream()
        .filter(schema -> schema.isValidOn(day))
        .reduce((earlier, later) -> later)
        .orElseGet(() -> ofKind.get(0));
  }

  private static FormSchema read(String code) {
    String place = "forms/" + code + ".json";
    try (InputStream in = FormSchemas.class.getResourceAsStream(place)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + place);
      }
      return FormSchemaReader.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
