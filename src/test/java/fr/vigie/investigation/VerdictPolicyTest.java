package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "A=B, false",
    "A!B, false",
    "A=B A!C, false",
    "A=B B=C, false",
    "A!B A=C C=B, true",
    "A=B C=D A=C B!D, true",
    "A!C A=B C=D, false"
  })
  void whoIsOnePersonWithASecondIsNotTwoWithThem(String said, boolean contradicted) {
    assertThat(
            VerdictPolicy.isContradicted(
                Arrays.stream(said.split(" ")).map(VerdictPolicyTest::verdict).toList()))
        .isEqualTo(contradicted);
  }

  private static PersonVerdict verdict(String said) {
    return new PersonVerdict(
        new ScopeVersion(null, 1, 1, Instant.EPOCH),
        said.charAt(1) == '=' ? PersonVerdict.Verdict.SAME : PersonVerdict.Verdict.TWO,
        new AffectedPerson(said.substring(0, 1)),
        new AffectedPerson(said.substring(2)),
        1,
        Instant.EPOCH);
  }
}
