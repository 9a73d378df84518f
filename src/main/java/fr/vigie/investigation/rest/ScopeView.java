package fr.vigie.investigation.rest;

import fr.vigie.investigation.Exposure;
import fr.vigie.investigation.ScopeFigures;
import fr.vigie.investigation.ScopeFile;
import fr.vigie.investigation.ScopeVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One controller's lists, in numbers. */
public record ScopeView(
    String involvement, String controller, String personsKnowledge, List<Version> versions) {

  static ScopeView of(ScopeFile.Part part) {
    return new ScopeView(
        part.involvement().getId().toString(),
        part.involvement().getOrganisation().getName(),
        part.involvement().getPersons().knowledge().name(),
        part.versions().stream().map(Version::of).toList());
  }

  /**
   * One version; min, likely and max count persons, {@code rows} counts lines.
   *
   * @param seen to be given back by who freezes it
   */
  public record Version(
      int number,
      String state,
      Long min,
      Long likely,
      Long max,
      String knowledge,
      long rows,
      long duplicates,
      long candidates,
      Map<String, Long> byExposure,
      ScopeVersion.Difference difference,
      Instant frozenAt,
      boolean complementDue,
      String seen) {

    static Version of(ScopeVersion version) {
      ScopeFigures figures = version.getFigures();
      var persons = version.persons();
      return new Version(
          version.getNumber(),
          version.getState().name(),
          persons.min().orElse(null),
          persons.likely().orElse(null),
          persons.max().orElse(null),
          persons.knowledge().name(),
          figures.getRows(),
          figures.getDuplicates(),
          figures.getCandidates(),
          Arrays.stream(Exposure.values()).collect(Collectors.toMap(Enum::name, figures::at)),
          version.getDifference(),
          version.getFrozenAt(),
          version.isComplementDue(),
          version.seen());
    }
  }
}
