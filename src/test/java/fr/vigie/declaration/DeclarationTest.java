package fr.vigie.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.incident.Knowledge;
import fr.vigie.incident.SeedEvent;
import fr.vigie.incident.Tlp;
import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationTest {
  private static final Caller WRITER = new Caller(1, "writer", "Alix Roy", List.of());
  private static final Caller DPO = new Caller(2, "dpo", "Camille Martin", List.of());
  private static final Instant NOW = SeedEvent.NOW;
  private static final Sending SENDING = new Sending(NOW, "CNIL-2025-0042", "", null);

  private final SeedEvent seed = new SeedEvent();
  private final FormSchema cnil = FormSchemas.shipped().get("cnil-2026-1");
  private final Declaration.Unit unit =
      new Declaration.Unit(seed.incident(), seed.controller(), DeclarationKind.CNIL);

  @Test
  void anInitialOneMayLeaveWithUnknowns() {
    Declaration declaration = filled(initial());
    assertThat(CompletenessPolicy.unknown(cnil, DeclarationType.INITIAL, declaration.payload()))
        .isNotEmpty();
    send(declaration);
    assertThat(declaration.getState()).isEqualTo(DeclarationState.SENT);
    assertThat(declaration.promisesMore()).isTrue();
  }

  @Test
  void aCompleteOneNamesTheFieldsThatAreNotKnownYet() {
    Declaration complete = filled(following());
    assertThat(complete.isComplete()).isTrue();
    assertThatThrownBy(() -> submit(complete))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo("declaration.refused.unknownInComplete");
              assertThat(refusal.arguments().get(1).toString())
                  .contains("Nombre d’enregistrements concernés");
            });
  }

  @Test
  void anUnansweredQuestionIsNotAnUnknownOne() {
    Declaration declaration = filled(initial());
    declaration.fill(declaration.payload().without("description"), WRITER, NOW);
    assertThatThrownBy(() -> submit(declaration))
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.field()).contains("description"));
  }

  @Test
  void whatKeepsADraftFromBeingSubmittedIsToldQuestionByQuestionWithItsSection() {
    Payload answers = filled(following()).payload().without("description");
    assertThat(CompletenessPolicy.gaps(cnil, DeclarationType.COMPLEMENTARY, answers, true))
        .extracting(gap -> gap.section().code() + " " + gap.field().code() + " " + gap.why())
        .contains("B late_reasons LATE", "C description MISSING", "D records UNKNOWN");
    Payload initial = filled(initial()).payload();
    assertThat(CompletenessPolicy.gaps(cnil, DeclarationType.INITIAL, initial, false))
        .as("a first one may leave with unknowns")
        .isEmpty();
  }

  @Test
  void sansObjetIsNoAnswerToAQuestionThatAlwaysHasOne() {
    Declaration declaration = filled(initial());
    Answering answering = new Answering(cnil, DeclarationType.INITIAL, declaration.payload());
    for (String code :
        List.of("awareness_at", "controller_name", "nature", "persons", "description", "risk")) {
      FieldValue pointless = FieldValue.of(List.of(), Knowledge.NOT_APPLICABLE);
      assertThatThrownBy(
              () -> answering.apply(declaration.payload(), Map.of(code, pointless), "Sans objet."))
          .as(code)
          .hasMessageMatching("declaration.refused.(notApplicable|factOnly)");
      Declaration old = filled(initial());
      old.fill(old.payload().with(code, pointless), WRITER, NOW);
      assertThatThrownBy(() -> submit(old))
          .as("submitted with %s", code)
          .hasMessage("declaration.refused.notTaken");
    }
  }

  @Test
  void sansObjetIsAnAnswerWhereTheQuestionMayHaveNoObject() {
    Declaration declaration = filled(initial());
    Answering answering = new Answering(cnil, DeclarationType.INITIAL, declaration.payload());
    FieldValue none = FieldValue.of(List.of(), Knowledge.NOT_APPLICABLE);
    Payload answered =
        answering.apply(declaration.payload(), Map.of("cross_border_detail", none), "");
    declaration.fill(answered, WRITER, NOW);
    submit(declaration);
    assertThat(declaration.getState()).isEqualTo(DeclarationState.READY);
  }

  @Test
  void whoWroteOrSubmittedCannotSign() {
    Declaration declaration = filled(initial());
    submit(declaration);
    assertThatThrownBy(() -> approve(declaration, WRITER))
        .hasMessage("declaration.refused.fourEyes");
    approve(declaration, DPO);
    assertThat(declaration.getApprovedName()).isEqualTo("Camille Martin");
  }

  @Test
  void whoPreparedItDoesNotSignBecauseAnotherTypedTheLastWord() {
    Declaration declaration = Declaration.initial(unit, cnil.code(), DPO, NOW);
    filled(declaration);
    submit(declaration);
    assertThatThrownBy(() -> approve(declaration, DPO)).hasMessage("declaration.refused.fourEyes");
    declaration.sendBack("À relire");
    submit(declaration);
    assertThatThrownBy(() -> approve(declaration, DPO))
        .as("after it was given back")
        .hasMessage("declaration.refused.fourEyes");
    approve(declaration, new Caller(3, "other", "Un autre", List.of()));
  }

  @Test
  void whatTheCaseAloneSaysIsNotTypedOver() {
    Declaration declaration = filled(initial());
    Answering answering = new Answering(cnil, DeclarationType.INITIAL, declaration.payload());
    Map<String, FieldValue> typed =
        Map.of(
            "awareness_at", FieldValue.known("2031-01-01T00:00:00Z"),
            "controller_name", FieldValue.known("Un autre hôpital"),
            "controller_siren", FieldValue.known("123456782"));
    typed.forEach(
        (code, value) -> {
          assertThatThrownBy(
                  () ->
                      answering.apply(
                          declaration.payload(), Map.of(code, value), "Décision de la cellule."))
              .as(code)
              .hasMessage("declaration.refused.factOnly");
          Payload old = declaration.payload().with(code, value);
          assertThat(answering.obeying(old))
              .as("typed before: %s", code)
              .isEqualTo(answering.obeying(declaration.payload()));
        });
  }

  @Test
  void aLateOneIsNotSubmittedWithoutItsReasons() {
    Declaration declaration = filled(initial());
    assertThatThrownBy(() -> declaration.submit(cnil, true, Locale.FRENCH, WRITER, NOW))
        .hasMessage("declaration.refused.lateReason");
    Declaration dashed = late("-");
    assertThatThrownBy(() -> dashed.submit(cnil, true, Locale.FRENCH, WRITER, NOW))
        .hasMessage("declaration.refused.lateReason");
    Declaration explained = late("Le prestataire a tardé à confirmer.");
    explained.submit(cnil, true, Locale.FRENCH, WRITER, NOW);
    explained.approve(cnil, true, DPO, NOW);
    sent(explained, SENDING, true);
    assertThat(explained.getFrozenText()).contains("Le prestataire a tardé à confirmer.");
  }

  @Test
  void whatIsSentIsWhatWasSignedToTheLetter() {
    Declaration declaration = approved();
    String signed = declaration.getFrozenHash();
    assertThat(signed).isEqualTo(CanonicalText.of(declaration).hash());
    seed.reclassify(Tlp.RED);
    assertThat(CanonicalText.of(declaration).hash()).as("as it would be").isNotEqualTo(signed);
    sent(declaration, SENDING);
    assertThat(declaration.getFrozenHash()).isEqualTo(signed);
    assertThat(CanonicalText.of(declaration.getFrozenText()).hash()).isEqualTo(signed);
    assertThat(declaration.canonicalText().hash()).isEqualTo(signed);
  }

  @Test
  void aSignatureThatFallsUnfreezesTheText() {
    Declaration declaration = approved();
    declaration.sendBack("Le nombre de personnes est à revoir");
    assertThat(declaration.getFrozenText()).isNull();
    assertThat(declaration.getFrozenHash()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "cnil-2026-1,INITIAL",
    "cnil-2026-1,WITHDRAWAL",
    "health-2026-1,INITIAL",
    "health-2026-1,COMPLEMENTARY",
    "health-2026-1,WITHDRAWAL"
  })
  void reasonsOfADelayAreAskedInEveryFormBeforeItIsSigned(String form, DeclarationType type) {
    FormSchema schema = FormSchemas.shipped().get(form);
    assertThat(schema.fields(type)).extracting(FormField::code).contains(LateReasons.FIELD);
    assertThatThrownBy(() -> LateReasons.mustBeSigned(schema, type, Payload.EMPTY))
        .hasMessage("declaration.refused.lateReasonUnsigned");
  }

  @Test
  void aLateOneIsNeitherSignedNorFiledWithoutTheReasonsThatItWasSignedWith() {
    Declaration submitted = filled(initial());
    submit(submitted);
    assertThatThrownBy(() -> submitted.approve(cnil, true, DPO, NOW))
        .as("the deadline passed before the signature")
        .hasMessage("declaration.refused.lateReasonUnsigned");
    assertThat(submitted.getState()).isEqualTo(DeclarationState.READY);
    Declaration signed = approved();
    String why = "Portail indisponible la nuit.";
    assertThatThrownBy(() -> sent(signed, SENDING, true))
        .as("the deadline passed before the filing")
        .hasMessage("declaration.refused.lateReasonUnsigned");
    assertThatThrownBy(() -> sent(signed, new Sending(NOW, "CNIL-2025-0042", why, null), true))
        .as("no reasons beside what was signed")
        .hasMessage("declaration.refused.notBeforeSignature");
    assertThat(signed.getState()).isEqualTo(DeclarationState.APPROVED);
  }

  @Test
  void aFilingBeforeTheSignatureSaysWhyAndLeavesTheSignedTextAlone() {
    Declaration declaration = approved();
    String hash = declaration.getFrozenHash();
    Instant before = NOW.minusSeconds(3_600);
    assertThatThrownBy(() -> sent(declaration, new Sending(before, "CNIL-2025-0042", "", null)))
        .hasMessage("declaration.refused.beforeSignature");
    String why = "Déposée pendant la coupure du réseau.";
    sent(declaration, new Sending(before, "CNIL-2025-0042", why, null));
    assertThat(declaration.getFilingReason()).isEqualTo(why);
    assertThat(declaration.getFrozenHash()).isEqualTo(hash);
  }

  @Test
  void nothingIsSentWithoutSignature() {
    Declaration declaration = filled(initial());
    submit(declaration);
    assertThatThrownBy(() -> sent(declaration, SENDING)).hasMessage("declaration.refused.state");
  }

  @Test
  void nothingIsSentWithoutAcknowledgement() {
    Declaration declaration = approved();
    assertThatThrownBy(() -> sent(declaration, new Sending(NOW, " ", "", null)))
        .hasMessage("declaration.refused.acknowledgement");
    assertThatThrownBy(
            () -> sent(declaration, new Sending(NOW.plusSeconds(60), "CNIL-1", "", null)))
        .hasMessage("declaration.refused.future");
  }

  @Test
  void theReceiptMayComeLaterOnceAndLeavesWhatIsFrozenAlone() {
    Declaration declaration = approved();
    assertThatThrownBy(() -> declaration.receive(seed.receipt()))
        .hasMessage("declaration.refused.notSent");
    sent(declaration, SENDING);
    assertThat(declaration.lacksReceipt()).isTrue();
    String frozen = declaration.getFrozenText();
    declaration.receive(seed.receipt());
    assertThat(declaration.lacksReceipt()).isFalse();
    assertThat(declaration.getFrozenText()).isEqualTo(frozen);
    assertThatThrownBy(() -> declaration.receive(seed.receipt()))
        .hasMessage("declaration.refused.receiptKept");
  }

  @Test
  void sendingBackTakesTheSignatureAway() {
    Declaration declaration = approved();
    declaration.sendBack("Le nombre de personnes est à revoir");
    assertThat(declaration.isDraft()).isTrue();
    assertThat(declaration.getApprovedBy()).isNull();
  }

  @Test
  void aSentOneNeverChanges() {
    Declaration declaration = approved();
    sent(declaration, SENDING);
    String hash = declaration.getFrozenHash();
    seed.recount(30_000);
    assertThat(CanonicalText.of(declaration).hash()).isEqualTo(hash);
    assertThatThrownBy(() -> declaration.fill(Payload.EMPTY, WRITER, NOW))
        .hasMessage("declaration.refused.sent");
    assertThatThrownBy(() -> declaration.sendBack("x")).hasMessage("declaration.refused.state");
  }

  @Test
  void oneChangedLetterGivesAnotherHash() {
    Declaration declaration = filled(initial());
    String before = CanonicalText.of(declaration).hash();
    Payload changed =
        declaration.payload().with("contact_name", FieldValue.known("Camille Martine"));
    declaration.fill(changed, WRITER, NOW);
    assertThat(before).hasSize(64);
    assertThat(CanonicalText.of(declaration).hash()).isNotEqualTo(before);
  }

  @Test
  void aComplementaryOneFollowsASentOneAndKeepsTheFirstNumber() {
    Declaration draft = filled(initial());
    assertThatThrownBy(
            () ->
                Declaration.following(
                    draft, DeclarationType.COMPLEMENTARY, cnil.code(), WRITER, NOW))
        .hasMessage("declaration.refused.noInitialNumber");
    Declaration second = following();
    assertThat(second.getNumber()).isEqualTo(2);
    assertThat(second.initialNumber()).isEqualTo("CNIL-2025-0042");
  }

  @Test
  void answersSurviveTheirOwnJson() {
    Payload payload = filled(initial()).payload();
    assertThat(Payload.parse(payload.text())).isEqualTo(payload);
  }

  @Test
  void anAnswerAgainstAFactNeedsAReason() {
    Declaration declaration = filled(initial());
    Answering answering = new Answering(cnil, DeclarationType.INITIAL, declaration.payload());
    Map<String, FieldValue> gravity = Map.of("gravity", FieldValue.known("MAXIMAL"));
    assertThatThrownBy(() -> answering.apply(declaration.payload(), gravity, " "))
        .hasMessage("declaration.refused.overrideReason");
    assertThatThrownBy(() -> answering.apply(declaration.payload(), gravity, "Non."))
        .hasMessage("declaration.refused.overrideReason");
    FieldValue told =
        answering.apply(declaration.payload(), gravity, "Avis du DPO").get("gravity").orElseThrow();
    assertThat(told.origin()).isEqualTo(FieldValue.Origin.OVERRIDE);
    assertThat(told.reason()).isEqualTo("Avis du DPO");
  }

  @Test
  void whatTheFactsDoNotSayNeedsNoReason() {
    Declaration declaration = filled(initial());
    Answering answering = new Answering(cnil, DeclarationType.INITIAL, declaration.payload());
    FieldValue told =
        answering
            .apply(declaration.payload(), Map.of("police_report", FieldValue.known("OUI")), "")
            .get("police_report")
            .orElseThrow();
    assertThat(told.origin()).isEqualTo(FieldValue.Origin.ENTERED);
  }

  private Declaration initial() {
    return Declaration.initial(unit, cnil.code(), WRITER, NOW);
  }

  private Declaration following() {
    Declaration first = approved();
    sent(first, SENDING);
    return Declaration.following(first, DeclarationType.COMPLEMENTARY, cnil.code(), WRITER, NOW);
  }

  private Declaration filled(Declaration declaration) {
    Basis basis =
        new Basis(
            declaration.unit(),
            declaration.getType(),
            declaration.initialNumber(),
            seed.parties(),
            List.of(),
            Basis.Measures.NONE,
            Basis.Clocks.NONE);
    declaration.fill(new Prefill().fill(cnil, basis), WRITER, NOW);
    return declaration;
  }

  private Declaration late(String reasons) {
    Declaration declaration = filled(initial());
    Payload answers = declaration.payload();
    declaration.fill(answers.with(LateReasons.FIELD, FieldValue.known(reasons)), WRITER, NOW);
    return declaration;
  }

  private Declaration approved() {
    Declaration declaration = filled(initial());
    submit(declaration);
    approve(declaration, DPO);
    return declaration;
  }

  private void send(Declaration declaration) {
    submit(declaration);
    approve(declaration, DPO);
    sent(declaration, SENDING);
  }

  private void approve(Declaration declaration, Caller approver) {
    declaration.approve(cnil, false, approver, NOW);
  }

  private void submit(Declaration declaration) {
    declaration.submit(cnil, false, Locale.FRENCH, WRITER, NOW);
  }

  private static void sent(Declaration declaration, Sending sending) {
    sent(declaration, sending, false);
  }

  private static void sent(Declaration declaration, Sending sending, boolean late) {
    FormSchema form = FormSchemas.shipped().get(declaration.getSchemaCode());
    declaration.sent(sending, form, late, DPO, NOW);
  }
}
