package fr.vigie.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.incident.Knowledge;
import fr.vigie.incident.SeedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrefillTest {
  private final SeedEvent seed = new SeedEvent();
  private final FormSchemas schemas = FormSchemas.shipped();
  private final Prefill prefill = new Prefill();

  @Test
  void everySourceNamedByAFormExists() {
    for (String code : List.of("cnil-2026-1", "health-2026-1")) {
      for (FormSection section : schemas.get(code).sections()) {
        assertThat(section.fields())
            .as("%s %s", code, section.code())
            .allSatisfy(field -> assertThat(prefill.knows(field.source())).isTrue());
      }
    }
  }

  @Test
  void theSeedEventGivesANearlyCompleteInitialNotification() {
    FormSchema cnil = schemas.get("cnil-2026-1");
    Payload filled = cnil(DeclarationType.INITIAL);
    assertThat(CompletenessPolicy.missing(cnil, DeclarationType.INITIAL, filled)).isEmpty();
    List<String> unknown =
        CompletenessPolicy.unknown(cnil, DeclarationType.INITIAL, filled).stream()
            .map(FormField::code)
            .toList();
    assertThat(unknown)
        .containsExactlyInAnyOrder(
            "representative_name",
            "sensitive_categories",
            "records",
            "measures_before",
            "measures_taken",
            "cross_border",
            "police_report");
  }

  @Test
  void theFactsOfTheSeedEventStandAtTheirPlaces() {
    Payload filled = cnil(DeclarationType.INITIAL);
    assertThat(values(filled, "controller_name")).containsExactly("CHU de Test");
    assertThat(values(filled, "awareness_at")).containsExactly("2025-09-05T12:20:00Z");
    assertThat(values(filled, "discovered_by")).containsExactly("SOUS_TRAITANT");
    assertThat(values(filled, "nature")).containsExactly("CONFIDENTIALITE");
    assertThat(values(filled, "taxonomy")).containsExactly("ACCES_NON_AUTORISE");
    assertThat(values(filled, "cause")).containsExactly("EXTERNE_MALVEILLANT");
    assertThat(values(filled, "data_categories")).containsExactly("ETAT_CIVIL", "COORDONNEES");
    assertThat(values(filled, "persons")).containsExactly("10500", "12000", "14000");
    assertThat(values(filled, "gravity")).containsExactly("IMPORTANT");
    assertThat(values(filled, "risk")).containsExactly("ELEVE");
    assertThat(values(filled, "persons_informed")).containsExactly("NON_MAIS_LE_SERONT");
    assertThat(filled.get("other_parties").orElseThrow().values().get(0))
        .isEqualTo("GRADeS de Normandie (sous-traitant)");
  }

  @Test
  void everyValueSaysWhereItComesFrom() {
    assertThat(cnil(DeclarationType.INITIAL).answers().values())
        .allSatisfy(value -> assertThat(value.origin()).isEqualTo(FieldValue.Origin.FACT));
  }

  @Test
  void anUnknownNumberIsNeverZero() {
    FieldValue records = cnil(DeclarationType.INITIAL).get("records").orElseThrow();
    assertThat(records.knowledge()).isEqualTo(Knowledge.NOT_KNOWN_YET);
    assertThat(records.values()).isEmpty();
  }

  @Test
  void thatNoSensitiveCategoryIsListedDoesNotMeanNone() {
    assertThat(cnil(DeclarationType.INITIAL).get("sensitive_categories").orElseThrow().isUnknown())
        .isTrue();
  }

  @Test
  void aWithdrawalAsksOnlyWhoAndWhy() {
    assertThat(cnil(DeclarationType.WITHDRAWAL).answers())
        .doesNotContainKeys("persons", "completeness");
  }

  @Test
  void oneHealthReportCoversTheWholeCase() {
    FormSchema health = schemas.get("health-2026-1");
    Payload filled = fill(health, DeclarationKind.HEALTH, DeclarationType.INITIAL);
    assertThat(values(filled, "structure_name")).containsExactly("GRADeS de Normandie");
    assertThat(values(filled, "covered_structures")).containsExactly("CHU de Test");
    assertThat(values(filled, "malicious")).containsExactly("OUI");
    assertThat(CompletenessPolicy.missing(health, DeclarationType.INITIAL, filled)).isEmpty();
  }

  @Test
  void newFactsShowAsDifferences() {
    FormSchema cnil = schemas.get("cnil-2026-1");
    Declaration declaration =
        Declaration.initial(
            new Declaration.Unit(seed.incident(), seed.controller(), DeclarationKind.CNIL),
            cnil.code(),
            fr.vigie.platform.Caller.SYSTEM,
            SeedEvent.NOW);
    declaration.fill(cnil(DeclarationType.INITIAL), fr.vigie.platform.Caller.SYSTEM, SeedEvent.NOW);
    seed.recount(30_000);
    assertThat(Difference.between(cnil, declaration, cnil(DeclarationType.INITIAL)))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.field().code()).isEqualTo("persons");
              assertThat(difference.fact().values()).containsExactly("30000");
            });
  }

  private static List<String> values(Payload payload, String field) {
    return payload.get(field).orElseThrow().values();
  }

  private Payload cnil(DeclarationType type) {
    return fill(schemas.get("cnil-2026-1"), DeclarationKind.CNIL, type);
  }

  private Payload fill(FormSchema schema, DeclarationKind kind, DeclarationType type) {
    Declaration.Unit unit =
        new Declaration.Unit(
            seed.incident(), kind == DeclarationKind.CNIL ? seed.controller() : null, kind);
    return prefill.fill(
        schema,
        new Basis(
            unit,
            type,
            "CNIL-1",
            seed.parties(),
            List.of(),
            Basis.Measures.NONE,
            null,
            SeedEvent.NOW));
  }
}
