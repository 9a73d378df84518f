package fr.vigie.containment.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.vigie.containment.directory.DirectoryFault.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A directory that a test acts on from both sides: through the adapter, and as its administrator or
 * as the holder of an account by other ways than the adapter's. Each test makes accounts of its
 * own, under names that no other test uses.
 */
abstract class DirectoryGround {
  protected abstract AccountDirectory directory();

  /** How the connector signs in: with its least rights. */
  protected abstract DirectoryAccess access();

  /** What the adapter must say that it can do here. */
  protected abstract Set<DirectoryAbility> abilities();

  /** Puts a person in the directory; answers the uid that the adapter must give. */
  protected abstract String create(Person person);

  /** Gives the account another login, and another place where the directory has places. */
  protected abstract void rename(String uid, String login);

  protected abstract void delete(String uid);

  /** Whether the holder is let in, by the way that applications use. */
  protected abstract boolean signsIn(String login, String secret);

  /** Whether this directory lets an account have such a login at all. */
  protected boolean canHold(String login) {
    return login.indexOf('\0') < 0;
  }

  /** Puts many in the directory; for a quicker way than one by one. */
  protected void createAll(List<Person> people) {
    people.forEach(this::create);
  }

  /** A login that no other test uses. */
  protected static String fresh() {
    return "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  }

  protected static Kind faultOf(ThrowingCallable act) {
    DirectoryFault fault = catchThrowableOfType(DirectoryFault.class, act);
    assertThat(fault).as("the fault").isNotNull();
    return fault.kind();
  }

  /** Does one thing on a connection of its own. */
  protected <T> T afresh(Function<DirectoryLink, T> act) {
    try (DirectoryLink link = directory().connect(access())) {
      return act.apply(link);
    }
  }

  /** The same, for what answers nothing. */
  protected void change(Consumer<DirectoryLink> act) {
    afresh(
        link -> {
          act.accept(link);
          return null;
        });
  }

  /** The same directory, reached another way. */
  protected DirectoryAccess access(URI address, String secret, Duration patience) {
    DirectoryAccess now = access();
    return new DirectoryAccess(
        now.kind(),
        address,
        now.base(),
        now.login(),
        secret,
        now.trust(),
        now.names(),
        now.signInClient(),
        patience);
  }
}
