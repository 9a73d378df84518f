package fr.vigie.containment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountStateTest {
  @Test
  void aSuspectAccountMayBeBlockedAtOnce() {
    assertThat(AccountState.SUSPECTED.canBecome(AccountState.CLAIMED)).isTrue();
    assertThat(AccountState.SUSPECTED.canBecome(AccountState.BLOCKED)).isTrue();
  }

  @Test
  void aConfirmedAccountIsNotGivenBackBeforeItWasBlocked() {
    assertThat(AccountState.CONFIRMED.canBecome(AccountState.RESTORED)).isFalse();
  }

  @Test
  void aBlockedAccountIsNotClearedBeforeItsBlockIsLifted() {
    assertThat(AccountState.BLOCKED.canBecome(AccountState.CLEARED)).isFalse();
    assertThat(AccountState.REOPENED.canBecome(AccountState.CLEARED)).isFalse();
    assertThat(AccountState.RESTORED.canBecome(AccountState.CLEARED)).isTrue();
  }

  @Test
  void aRestoredAccountCanFallAgain() {
    assertThat(AccountState.RESTORED.canBecome(AccountState.CONFIRMED)).isTrue();
  }

  @Test
  void whatIsOnlyClaimedOrSeenOpenIsNotDone() {
    assertThat(AccountState.CLAIMED.isDone(true)).isFalse();
    assertThat(AccountState.REOPENED.isDone(true)).isFalse();
    assertThat(AccountState.RESTORED.isDone(false)).isFalse();
    assertThat(AccountState.BLOCKED.isDone(true)).isTrue();
    assertThat(AccountState.CLEARED.isDone(false)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void everyStateHasAWayOn(AccountState state) {
    assertThat(state.next()).isNotEmpty();
  }
}
