package fr.vigie.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.incident.Knowledge;
import fr.vigie.incident.SeedEvent;
import fr.vigie.regime.Applicability;
import fr.vigie.regime.Regime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
            "other_notifications",
            "police_report");
  }

  @Test
  void onceThePersonsAreToldAComplementSaysSoWithDateAndNumber() {
    Instant told = Instant.parse("2025-09-20T08:00:31.5Z");
    Payload filled =
        cnil(
            DeclarationType.COMPLEMENTARY,
            new Basis.Clocks(false, Applicability.APPLIES, told, 11_950L, true, false, Set.of()));
    assertThat(values(filled, "persons_informed")).containsExactly("OUI");
    assertThat(values(filled, "informed_at")).containsExactly("2025-09-20T08:00:00Z");
    assertThat(values(filled, "informed_count")).containsExactly("11950");
    assertThat(filled.get("not_informed_reason").orElseThrow().knowledge())
        .isEqualTo(Knowledge.NOT_APPLICABLE);
    assertThat(values(filled, "police_report")).containsExactly("OUI");
  }

  @Test
  void whoWasOnlyExemptedWasNotTold() {
    Payload exempted =
        cnil(
            DeclarationType.COMPLEMENTARY,
            new Basis.Clocks(
                false, Applicability.APPLIES, SeedEvent.NOW, 0L, false, false, Set.of()));
    assertThat(values(exempted, "persons_informed")).containsExactly("NON_NE_LE_SERONT_PAS");
    assertThat(exempted.get("not_informed_reason")).isEmpty();
    Payload decided =
        cnil(
            DeclarationType.COMPLEMENTARY,
            new Basis.Clocks(
                false, Applicability.DOES_NOT_APPLY, null, null, false, false, Set.of()));
    assertThat(values(decided, "persons_informed")).containsExactly("NON_NE_LE_SERONT_PAS");
  }

  @Test
  void aDelayShownByACorrectionIsToBeExplainedAndNoOther() {
    assertThat(cnil(DeclarationType.COMPLEMENTARY).get("late_reasons").orElseThrow().knowledge())
        .isEqualTo(Knowledge.NOT_APPLICABLE);
    Payload late =
        cnil(
            DeclarationType.COMPLEMENTARY,
            new Basis.Clocks(true, Applicability.APPLIES, null, null, false, false, Set.of()));
    assertThat(late.get("late_reasons")).isEmpty();
  }

  @Test
  void otherNotificationsAreThoseThatTheClocksKnowAndNeverNone() {
    assertThat(cnil(DeclarationType.INITIAL).get("other_notifications").orElseThrow().isUnknown())
        .isTrue();
    Payload declared =
        cnil(
            DeclarationType.COMPLEMENTARY,
            new Basis.Clocks(
                false,
                Applicability.APPLIES,
                null,
                null,
                false,
                false,
                Set.of(Regime.SANTE_L1111_8_2, Regime.NIS2)));
    assertThat(values(declared, "other_notifications")).containsExactly("SANTE", "ANSSI");
  }

  @Test
  void anOperatorOfEssentialServicesIsOneOnceItsDutyIsDecidedToApply() {
    FormSchema health = schemas.get("health-2026-1");
    Payload decided =
        fill(
            health,
            DeclarationKind.HEALTH,
            DeclarationType.INITIAL,
            new Basis.Clocks(false, Applicability.TO_DETERMINE, null, null, false, true, Set.of()));
    assertThat(values(decided, "ose")).containsExactly("OUI");
    assertThat(
            fill(health, DeclarationKind.HEALTH, DeclarationType.INITIAL, Basis.Clocks.NONE)
                .get("ose"))
        .as("that no duty applies does not say that it is none")
        .isEmpty();
  }

  @Test
  void thatTheCaseKnowsOfNoneDoesNotSayThatThereIsNone() {
    Basis.Clocks none =
        new Basis.Clocks(false, Applicability.DOES_NOT_APPLY, null, null, false, false, Set.of());
    assertThat(cnil(DeclarationType.INITIAL, none).get("police_report").orElseThrow().isUnknown())
        .isTrue();
    Payload health =
        fill(schemas.get("health-2026-1"), DeclarationKind.HEALTH, DeclarationType.INITIAL, none);
    assertThat(health.get("cnil_notified").orElseThrow().isUnknown()).isTrue();
    assertThat(health.get("police_report")).as("an optional question stays open").isEmpty();
    seed.withoutDpo();
    assertThat(cnil(DeclarationType.INITIAL).get("dpo_designated")).isEmpty();
  }

  @Test
  void aBreachThatAControllerKnowsOfMeansPersonalData() {
    seed.personalDataUnknown();
    Payload filled =
        fill(
            schemas.get("health-2026-1"),
            DeclarationKind.HEALTH,
            DeclarationType.INITIAL,
            Basis.Clocks.NONE);
    assertThat(values(filled, "personal_data")).containsExactly("OUI");
  }

  @Test
  void whatNobodySaidIsNotAsserted() {
    assertThat(cnil(DeclarationType.INITIAL).get("consequences_confidentiality")).isEmpty();
  }

  @Test
  void aProcessorThatNobodyNamedIsNotSaidToBeNone() {
    Payload filled =
        prefill.fill(
            schemas.get("cnil-2026-1"),
            new Basis(
                new Declaration.Unit(seed.incident(), seed.controller(), DeclarationKind.CNIL),
                DeclarationType.INITIAL,
                "",
                List.of(seed.controller()),
                List.of(),
                Basis.Measures.NONE,
                Basis.Clocks.NONE));
    assertThat(filled.get("other_parties").orElseThrow().isUnknown()).isTrue();
  }

  @Test
  void thePartiesNameTheProcessorAndItsMandate() {
    assertThat(values(cnil(DeclarationType.INITIAL), "other_parties").get(0))
        .contains("(sous-traitant), sans mandat pour déclarer");
    seed.mandate();
    assertThat(values(cnil(DeclarationType.INITIAL), "other_parties").get(0))
        .contains("(sous-traitant), mandaté pour déclarer");
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
        .isEqualTo(
            "GRADeS de Normandie (sous-traitant), sans mandat pour déclarer au nom du responsable");
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
    Payload filled =
        fill(health, DeclarationKind.HEALTH, DeclarationType.INITIAL, Basis.Clocks.NONE);
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
    return cnil(type, Basis.Clocks.NONE);
  }

  private Payload cnil(DeclarationType type, Basis.Clocks clocks) {
    return fill(schemas.get("cnil-2026-1"), DeclarationKind.CNIL, type, clocks);
  }

  private Payload fill(
      FormSchema schema, DeclarationKind kind, DeclarationType type, Basis.Clocks clocks) {
    Declaration.Unit unit =
        new Declaration.Unit(
            seed.incident(), kind == DeclarationKind.CNIL ? seed.controller() : null, kind);
    return prefill.fill(
        schema,
        new Basis(unit, type, "CNIL-1", seed.parties(), List.of(), Basis.Measures.NONE, clocks));
  }
}
