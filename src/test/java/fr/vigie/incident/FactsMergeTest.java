package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactsMergeTest {
  private static Facts facts(String title, BreachCause cause, PatientImpact impact) {
    return new Facts(
        title,
        "",
        IncidentCategory.AUTRE,
        cause,
        Tlp.AMBER,
        Pap.AMBER,
        Answer.NOT_KNOWN_YET,
        Answer.NOT_KNOWN_YET,
        Answer.NOT_KNOWN_YET,
        Answer.NOT_KNOWN_YET,
        impact,
        Moment.notKnownYet(),
        Moment.notKnownYet(),
        Answer.NOT_KNOWN_YET,
        Moment.notKnownYet(),
        Moment.notKnownYet(),
        Moment.notKnownYet());
  }

  private final Facts base = facts("Lue", BreachCause.INCONNU, PatientImpact.NOT_KNOWN_YET);

  @Test
  void whatWasTypedIsKeptAndWhatWasLeftAloneTakesTheSavedValue() {
    FactsMerge merge =
        FactsMerge.of(
            base,
            facts("Saisie", BreachCause.INCONNU, PatientImpact.AUCUN),
            facts("Enregistrée", BreachCause.EXTERNE_MALVEILLANT, PatientImpact.NOT_KNOWN_YET));
    assertThat(merge.merged())
        .isEqualTo(facts("Saisie", BreachCause.EXTERNE_MALVEILLANT, PatientImpact.AUCUN));
    assertThat(merge.differences())
        .containsExactly(
            new FactsMerge.Difference("title", "Saisie", "Enregistrée", true),
            new FactsMerge.Difference(
                "cause", BreachCause.INCONNU, BreachCause.EXTERNE_MALVEILLANT, false));
  }

  @Test
  void twoPeopleWhoSaidTheSameDoNotDiffer() {
    Facts same = facts("Pareille", BreachCause.INCONNU, PatientImpact.NOT_KNOWN_YET);
    assertThat(FactsMerge.of(base, same, same).differences()).isEmpty();
  }
}
