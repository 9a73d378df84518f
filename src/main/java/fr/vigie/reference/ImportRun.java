package fr.vigie.reference;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.RowScope;
import fr.vigie.reference.ImportReport.Line;
import fr.vigie.reference.ImportReport.Outcome;
import fr.vigie.reference.ImportRow.Key;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One import: what is known beforehand, then each line in turn. */
final class ImportRun {
  private static final OrganisationData NOTHING_KNOWN =
      new OrganisationData(
          Organisation.Type.ESTABLISHMENT,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);

  private final ReferenceRepository reference;
  private final RowScope scope;
  private final boolean rehearsed;
  private final Map<String, Region> regions;
  private final Map<Key, Set<Organisation>> known = new HashMap<>();
  private final Map<Key, Long> seen = new HashMap<>();

  ImportRun(ReferenceRepository reference, RowScope scope, boolean rehearsed) {
    this.reference = reference;
    this.scope = scope;
    this.rehearsed = rehearsed;
    this.regions =
        reference.regions().stream().collect(Collectors.toMap(Region::getCode, region -> region));
  }

  /** Reads all organisations that the lines may mean, a few hundred at a time. */
  void prepare(List<ImportRow> rows) {
    for (Key.Kind kind : Key.Kind.values()) {
      Set<String> values =
          rows.stream()
              .map(row -> row.cell(kind.column))
              .filter(Objects::nonNull)
              .map(Digits::strip)
              .collect(Collectors.toSet());
      for (Organisation found : reference.havingOneOf(kind.attribute, values)) {
        remember(kind, found);
      }
    }
  }

  Line treat(ImportRow row) {
    String name = row.cell(ImportColumn.NAME);
    try {
      Key key = row.key();
      Long before = seen.putIfAbsent(key, row.number());
      if (before != null) {
        throw new RefusedException("reference.refused.twiceInFile", before.toString());
      }
      return write(row, key);
    } catch (RefusedException refusal) {
      List<String> about = refusal.arguments().stream().map(String::valueOf).toList();
      return line(row, name, Outcome.REJECTED, refusal.key(), about, Set.of());
    }
  }

  private Line write(ImportRow row, Key key) {
    Optional<Organisation> found = match(key);
    OrganisationData before = found.map(Organisation::data).orElse(NOTHING_KNOWN);
    OrganisationData after = row.over(before).checked();
    found.ifPresent(organisation -> EditPolicy.check(scope, organisation.getRegionCode()));
    Region region = regions.get(Objects.toString(after.regionCode(), ""));
    if (region == null) {
      throw RefusedException.at(
          "region",
          "reference.refused.regionUnknownValue",
          Objects.toString(after.regionCode(), ""));
    }
    EditPolicy.check(scope, region.getCode());
    refuseTwin(after, found);
    Outcome outcome = outcome(found, before, after);
    if (!rehearsed && outcome != Outcome.UNCHANGED) {
      Organisation kept =
          found.orElseGet(
              () -> {
                Organisation created = new Organisation(after, region);
                reference.add(created);
                return created;
              });
      kept.describe(after, region);
      for (Key.Kind kind : Key.Kind.values()) {
        remember(kind, kept);
      }
    }
    return line(row, after.name(), outcome, null, List.of(), after.doubts());
  }

  /** The one organisation that the identifier names. */
  private Optional<Organisation> match(Key key) {
    Set<Organisation> candidates = known.getOrDefault(key, Set.of());
    Set<Organisation> exact =
        candidates.stream()
            .filter(organisation -> key.kind().names(organisation.data()))
            .collect(Collectors.toSet());
    if (exact.size() > 1) {
      throw new RefusedException("reference.refused.ambiguous", key.value());
    }
    return exact.stream().findFirst();
  }

  /** A line found by another identifier must not take the site number of somebody else. */
  private void refuseTwin(OrganisationData after, Optional<Organisation> self) {
    if (after.finessEt() == null) {
      return;
    }
    Key key = new Key(Key.Kind.FINESS_ET, after.finessEt());
    boolean taken =
        known.getOrDefault(key, Set.of()).stream()
            .anyMatch(other -> self.isEmpty() || !other.equals(self.get()));
    if (taken) {
      throw new RefusedException("reference.refused.finessTaken", after.finessEt());
    }
  }

  private static Outcome outcome(
      Optional<Organisation> found, OrganisationData before, OrganisationData after) {
    if (found.isEmpty()) {
      return Outcome.CREATED;
    }
    return before.equals(after) ? Outcome.UNCHANGED : Outcome.UPDATED;
  }

  private void remember(Key.Kind kind, Organisation organisation) {
    String value = kind.of(organisation.data());
    if (value != null) {
      known.computeIfAbsent(new Key(kind, value), none -> new HashSet<>()).add(organisation);
    }
  }

  private static Line line(
      ImportRow row,
      String name,
      Outcome outcome,
      String reason,
      List<String> about,
      Set<String> doubts) {
    String identifier =
        java.util.stream.Stream.of(Key.Kind.values())
            .map(kind -> row.cell(kind.column))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
    return new Line(
        row.number(),
        name == null ? "" : Written.shortened(name),
        Written.shortened(identifier),
        outcome,
        reason,
        about,
        doubts);
  }
}
