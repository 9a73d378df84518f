package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.platform.RowScope;
import org.junit.jupiter.api.Test;

class IncidentRowsTest {
  private static IncidentRows rows(RowScope scope) {
    return new IncidentRows(scope, 7);
  }

  @Test
  void whoeverHasNoScopeSeesNothing() {
    assertThat(rows(RowScope.NONE).incident("i")).isEqualTo("1 = 0");
    assertThat(rows(RowScope.NONE).involvement("v")).isEqualTo("1 = 0");
  }

  @Test
  void aRegionSeesItsCasesButNotTheRestrictedOnes() {
    assertThat(rows(RowScope.region("28")).incident("i"))
        .contains("i.region.code in :scopeRegions")
        .doesNotContain("scopeOrganisations")
        .contains("i.restricted = false or exists");
  }

  @Test
  void anOrganisationSeesItsOwnPartAndNeverThatOfAnother() {
    assertThat(rows(RowScope.organisation(2L)).involvement("v"))
        .contains("v.organisation.id in :scopeOrganisations")
        .contains("v.incident.lead.id in :scopeOrganisations")
        .doesNotContain("Involvement sv")
        .contains("v.incident.restricted = false or exists");
  }

  @Test
  void theSoftwareItselfSeesAll() {
    assertThat(rows(RowScope.EVERYWHERE).incident("i")).isEqualTo("1 = 1");
  }

  @Test
  void whoLeadsACaseReadsTheOthersPartsButActsOnlyForTheOwn() {
    RowScope hospital = RowScope.organisation(1L);
    assertThat(new IncidentRows(hospital, 7).involvement("v")).contains("v.incident.lead.id");
    assertThat(new IncidentRows(hospital, 7, true).involvement("v"))
        .contains("v.organisation.id")
        .doesNotContain("lead");
  }
}
