package fr.vigie.dashboard;

import fr.vigie.containment.RegionAccountRepository;
import fr.vigie.containment.RegionAccounts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.reference.ReferenceRepository;
import fr.vigie.reference.Region;
import fr.vigie.regime.RegimeTracks;
import fr.vigie.regime.RegionDeadlines;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All regions side by side, in numbers only (BR-12). */
@UseCase
public class NationalTable {
  private static final NationalRepository.Cases NO_CASES = new NationalRepository.Cases(0, 0);
  private static final NationalRepository.Persons NO_PERSONS =
      new NationalRepository.Persons(0, null, 0, 0);

  @Inject NationalRepository figures;
  @Inject RegionAccountRepository accountFigures;
  @Inject RegimeTracks tracks;
  @Inject ReferenceRepository reference;

  /** One line a region or territory, also those without any case. */
  @Requires(Permission.NATIONAL_READ)
  public List<RegionFigures> byRegion() {
    Map<String, NationalRepository.Cases> cases = figures.cases();
    Map<String, NationalRepository.Persons> persons = figures.persons();
    Map<String, RegionAccounts> accounts =
        accountFigures.byRegion().stream()
            .collect(Collectors.toMap(RegionAccounts::regionCode, Function.identity()));
    Map<String, RegionDeadlines> clocks =
        tracks.byRegion().stream()
            .collect(Collectors.toMap(RegionDeadlines::regionCode, Function.identity()));
    return reference.regions().stream()
        .map(
            region ->
                line(
                    region,
                    cases.getOrDefault(region.getCode(), NO_CASES),
                    persons.getOrDefault(region.getCode(), NO_PERSONS),
                    accounts.getOrDefault(region.getCode(), RegionAccounts.none(region.getCode())),
                    clocks.getOrDefault(
                        region.getCode(), new RegionDeadlines(region.getCode(), 0, 0))))
        .toList();
  }

  /** No open case: nobody. Open cases that name no number: not known, never zero (pitfall 9). */
  private static SmallCell persons(
      NationalRepository.Cases cases, NationalRepository.Persons persons) {
    if (cases.open() == 0) {
      return SmallCell.of(0L);
    }
    return persons.withoutNumber() > 0
        ? SmallCell.atLeast(persons.told())
        : SmallCell.sum(persons.told(), persons.few());
  }

  private static RegionFigures line(
      Region region,
      NationalRepository.Cases cases,
      NationalRepository.Persons persons,
      RegionAccounts accounts,
      RegionDeadlines clocks) {
    return new RegionFigures(
        region.getCode(),
        region.getName(),
        cases.open(),
        cases.closed(),
        persons.controllers(),
        persons(cases, persons),
        persons.withoutNumber(),
        accounts,
        clocks.overdue(),
        clocks.dueSoon());
  }
}
