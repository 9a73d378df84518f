package fr.vigie.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.RefusedException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may approve that somebody gets a sensitive role. */
class GrantProposalTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final String NORMANDY = "28";
  private static final long HOSPITAL = 9001;

  private final User admin = person(Role.TECHNICAL_ADMIN, null, null);
  private final User otherAdmin = person(Role.TECHNICAL_ADMIN, null, null);
  private final User ciso = person(Role.REGIONAL_CISO, NORMANDY, null);
  private final User elsewhere = person(Role.REGIONAL_CISO, "32", null);
  private final User director = person(Role.DIRECTOR, null, HOSPITAL);
  private final User otherDirector = person(Role.DIRECTOR, null, 9002L);
  private final User dpo = person(Role.CONTROLLER_DPO, null, HOSPITAL);
  private final User somebody = new User("new", "New", "new@example.org", NOW);
  private final List<User> all = List.of(admin, otherAdmin, ciso, elsewhere, director, dpo);

  @Test
  void a_role_of_an_organisation_is_approved_by_its_director_its_region_or_another_administrator() {
    GrantProposal proposal = proposal(Role.CONTROLLER_DPO, NORMANDY, HOSPITAL);
    assertThat(
            proposal.deciders(
                List.of(admin, otherAdmin, ciso, elsewhere, director, otherDirector, dpo)))
        .containsExactly(otherAdmin, ciso, director);
  }

  @Test
  void a_role_of_a_region_is_approved_there_and_never_by_one_organisation_of_it() {
    assertThat(proposal(Role.REGIONAL_ANALYST, NORMANDY, null).deciders(all))
        .containsExactly(otherAdmin, ciso);
  }

  @Test
  void a_role_on_all_rows_is_another_administrators_to_approve() {
    assertThat(proposal(Role.AUDITOR, null, null).deciders(all)).containsExactly(otherAdmin);
  }

  @Test
  void a_lone_administrator_does_not_make_a_second_one_alone() {
    assertThat(proposal(Role.TECHNICAL_ADMIN, null, null).deciders(List.of(admin, ciso, director)))
        .containsExactly(ciso, director);
    assertThat(proposal(Role.TECHNICAL_ADMIN, null, null).deciders(List.of(admin))).isEmpty();
  }

  @Test
  void neither_who_asked_nor_who_receives_approves() {
    GrantProposal forTheCiso =
        new GrantProposal(ciso, Role.REGIONAL_ANALYST, NORMANDY, null, admin.getId(), NOW);
    assertThat(forTheCiso.deciders(all)).containsExactly(otherAdmin);
  }

  @Test
  void whoever_must_first_choose_a_password_still_counts_as_somebody_who_could_approve() {
    ciso.givePassword("hash", NOW);
    assertThat(ciso.asCaller().grants()).isEmpty();
    assertThat(proposal(Role.REGIONAL_ANALYST, NORMANDY, null).deciders(List.of(admin, ciso)))
        .containsExactly(ciso);
  }

  @Test
  void the_role_is_held_from_the_approval_on_and_decided_once() {
    GrantProposal proposal = proposal(Role.CONTROLLER_DPO, NORMANDY, HOSPITAL);
    assertThat(somebody.getGrants()).isEmpty();
    proposal.approve(ciso.getId(), NOW);
    assertThat(somebody.getGrants()).hasSize(1);
    assertThat(somebody.getGrants().get(0).getOrganisationId()).isEqualTo(HOSPITAL);
    assertThat(somebody.getGrants().get(0).getRegionCode()).isNull();
    assertThatThrownBy(() -> proposal.refuse(director.getId(), NOW))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void a_refused_role_is_not_held() {
    GrantProposal proposal = proposal(Role.CONTROLLER_DPO, NORMANDY, HOSPITAL);
    proposal.refuse(ciso.getId(), NOW);
    assertThat(somebody.getGrants()).isEmpty();
    assertThatThrownBy(() -> proposal.approve(director.getId(), NOW))
        .isInstanceOf(RefusedException.class);
  }

  private GrantProposal proposal(Role role, String region, Long organisation) {
    return new GrantProposal(somebody, role, region, organisation, admin.getId(), NOW);
  }

  private static User person(Role role, String region, Long organisation) {
    User person = new User(role.name(), role.name(), "", NOW);
    person.grant(role, region, organisation);
    return person;
  }
}
