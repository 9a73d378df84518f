package fr.vigie.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.audit.AuditEntry.Outcome;
import java.lang.reflect.Field;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEntryTest {
  private static final Instant AT = Instant.parse("2025-09-05T12:20:00.123456789Z");
  private static final AuditEntry.Facts WRITTEN =
      new AuditEntry.Facts(
          7, "anne", "Qualification.qualify", "incident", "NOR-2025-0007", "28", "{}");

  @Test
  void aLineCarriesTheHashOfItsContent() {
    AuditEntry line = line();
    assertThat(line.getHash()).hasSize(64).isEqualTo(line.computedHash());
  }

  @Test
  void theTimeIsKeptAsTheDatabaseKeepsIt() {
    assertThat(line().getAt()).isEqualTo(Instant.parse("2025-09-05T12:20:00.123456Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"actor", "act", "subjectType", "subject", "region", "facts", "previousHash"})
  void aChangedTextNoLongerMatchesItsHash(String field) throws ReflectiveOperationException {
    AuditEntry line = line();
    set(line, field, "changed");
    assertThat(line.computedHash()).isNotEqualTo(line.getHash());
  }

  @Test
  void aChangedNumberTimeOrOutcomeNoLongerMatchesItsHash() throws ReflectiveOperationException {
    AuditEntry otherNumber = line();
    set(otherNumber, "seq", 9L);
    assertThat(otherNumber.computedHash()).isNotEqualTo(otherNumber.getHash());
    AuditEntry otherActor = line();
    set(otherActor, "actorId", 8L);
    assertThat(otherActor.computedHash()).isNotEqualTo(otherActor.getHash());
    AuditEntry otherTime = line();
    set(otherTime, "at", AT.plusSeconds(1));
    assertThat(otherTime.computedHash()).isNotEqualTo(otherTime.getHash());
    AuditEntry otherOutcome = line();
    set(otherOutcome, "outcome", Outcome.REFUSED);
    assertThat(otherOutcome.computedHash()).isNotEqualTo(otherOutcome.getHash());
  }

  private static AuditEntry line() {
    return new AuditEntry(1, AT, WRITTEN, Outcome.DONE, HashChain.ORIGIN);
  }

  private static void set(AuditEntry line, String field, Object value)
      throws ReflectiveOperationException {
    Field changed = AuditEntry.class.getDeclaredField(field);
    changed.setAccessible(true);
    changed.set(line, value);
  }
}
