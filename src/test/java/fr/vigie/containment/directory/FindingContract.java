package fr.vigie.containment.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of {@link DirectoryContract} that asks: what is found, and what is not. */
abstract class FindingContract extends DirectoryGround {
  @Test
  void findsByLoginByRppsAndByEmail() {
    String login = fresh();
    String rpps = "9" + Math.abs(login.hashCode());
    Person person =
        Person.of(login).withRpps(rpps).withEmail(login + "@chu-a.example").withOrganisation("CHU");
    String uid = create(person);
    create(Person.of(fresh()));
    for (AccountQuery query :
        List.of(
            AccountQuery.login(login),
            new AccountQuery("", rpps, ""),
            new AccountQuery("", "", person.email()),
            new AccountQuery(login, rpps, person.email()))) {
      List<DirectoryAccount> found = afresh(link -> link.find(query));
      assertThat(found).as("%s", query).extracting(DirectoryAccount::uid).containsExactly(uid);
    }
    DirectoryAccount found = afresh(link -> link.read(uid));
    assertThat(found.login()).isEqualTo(login);
    assertThat(found.rpps()).isEqualTo(rpps);
    assertThat(found.email()).isEqualTo(person.email());
    assertThat(found.organisation()).isEqualTo("CHU");
    assertThat(found.path()).isNotEmpty();
    assertThat(found.open()).isTrue();
  }

  @Test
  void findsWhoBearsAnyOfTheMarksInTheOrderOfTheirLogins() {
    String stem = fresh();
    create(Person.of(stem + "b").withEmail(stem + "@chu-b.example"));
    create(Person.of(stem + "a"));
    List<DirectoryAccount> found =
        afresh(link -> link.find(new AccountQuery(stem + "a", "", stem + "@chu-b.example")));
    assertThat(found).extracting(DirectoryAccount::login).containsExactly(stem + "a", stem + "b");
  }

  @Test
  void findsNobodyWithoutAMark() {
    create(Person.of(fresh()));
    List<DirectoryAccount> found = afresh(link -> link.find(new AccountQuery("", "", "")));
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "%s*",
        "*)(uid=*",
        "%s)(uid=*",
        "%s)(|(uid=*)",
        "\\",
        "\\2a",
        "%s\\",
        "%s\0",
        "\"",
        "%s\" or userName pr or userName eq \"",
        "'%s'",
        "%s&first=0",
        "%s#",
        "%s%%2a"
      })
  void aLoginIsAWholeValueNeverAPattern(String pattern) {
    String stem = fresh();
    String login = pattern.formatted(stem);
    create(Person.of(stem));
    create(Person.of(stem + "x"));
    boolean held = pattern.contains("%s") && canHold(login);
    String uid = held ? create(Person.of(login).withEmail(stem + "z@odd.example")) : "";
    List<DirectoryAccount> found = afresh(link -> link.find(AccountQuery.login(login)));
    assertThat(found).extracting(DirectoryAccount::uid).isEqualTo(held ? List.of(uid) : List.of());
  }

  @Test
  void anEmailIsAWholeValueNeverAPattern() {
    String stem = fresh();
    create(Person.of(stem).withEmail(stem + "@chu-a.example"));
    for (String pattern : List.of("*@chu-a.example", stem + "*", "@chu-a.example", stem)) {
      List<DirectoryAccount> found = afresh(link -> link.find(new AccountQuery("", "", pattern)));
      assertThat(found).as(pattern).isEmpty();
    }
  }

  @Test
  void readsAnAccountAfterItsRename() {
    String uid = create(Person.of(fresh()));
    String later = fresh();
    rename(uid, later);
    assertThat(afresh(link -> link.read(uid)).login()).isEqualTo(later);
  }

  @Test
  void noMoreAccountsThanAgreedAreGiven() {
    String stem = fresh();
    String rpps = "8" + Math.abs(stem.hashCode());
    createAll(
        IntStream.rangeClosed(0, DirectoryLink.MOST)
            .mapToObj(i -> Person.of(stem + "%03d".formatted(i)).withRpps(rpps))
            .toList());
    List<DirectoryAccount> found = afresh(link -> link.find(new AccountQuery("", rpps, "")));
    assertThat(found).hasSize(DirectoryLink.MOST);
    assertThat(found).extracting(DirectoryAccount::login).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void accountsChangedInsideAWindowAreThoseOfTheOrganisationOrMailDomain() {
    if (!abilities().contains(DirectoryAbility.LIST_CHANGES)) {
      return; // whatItCannotDoItSays looks at that
    }
    String stem = fresh();
    String organisation = "Clinique " + stem;
    String domain = stem + ".example";
    Instant before = Instant.now().minusSeconds(60);
    String same = create(Person.of(fresh()).withOrganisation(organisation));
    String mail = create(Person.of(fresh()).withEmail("a@" + domain));
    create(Person.of(fresh()).withOrganisation(organisation + " Nord"));
    create(Person.of(fresh()).withEmail("b@sub." + domain));
    create(Person.of(fresh()).withEmail("c@x" + domain));
    assertThat(changed(before, before.plusSeconds(120), organisation, domain))
        .containsExactlyInAnyOrder(same, mail);
    assertThat(changed(before.minusSeconds(600), before, organisation, domain)).isEmpty();
    assertThat(changed(before, before.plusSeconds(120), "*", "*")).isEmpty();
  }

  private List<String> changed(Instant from, Instant to, String organisation, String domain) {
    return afresh(link -> link.changed(from, to, Set.of(organisation), Set.of(domain))).stream()
        .map(DirectoryAccount::uid)
        .toList();
  }
}
