package fr.vigie.containment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountStateTest {
  @Test
  void aSuspectAccountMayBeBlockedAtOnce() {
    assertThat(AccountState.SUSPECTED.canBecome(AccountState.BLOCKED)).isTrue();
  }

  @Test
  void aConfirmedAccountIsNotGivenBackBeforeItWasBlocked() {
    assertThat(AccountState.CONFIRMED.canBecome(AccountState.RESTORED)).isFalse();
  }

  @Test
  void aBlockedAccountIsNotGivenBackBeforeItsSessionsDiedOrItsSecretChanged() {
    assertThat(AccountState.BLOCKED.canBecome(AccountState.RESTORED)).isFalse();
    assertThat(AccountState.SESSIONS_KILLED.canBecome(AccountState.RESTORED)).isTrue();
    assertThat(AccountState.RESET.canBecome(AccountState.RESTORED)).isTrue();
  }

  @Test
  void aRestoredAccountCanFallAgain() {
    assertThat(AccountState.RESTORED.canBecome(AccountState.CONFIRMED)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void noStateFollowsItself(AccountState state) {
    assertThat(state.canBecome(state)).isFalse();
    assertThat(state.next()).isNotEmpty();
  }
}
