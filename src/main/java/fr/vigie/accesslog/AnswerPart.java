package fr.vigie.accesslog;

import static java.util.Comparator.naturalOrder;

import fr.vigie.incident.Count;
import fr.vigie.incident.DataCategory;
import fr.vigie.reference.Organisation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the logs say of one controller's patients. Persons, lines and records are different numbers
 * (pitfall 10): {@code proven} and {@code doubtful} count persons, each once, at the worst level.
 *
 * @param organisation null for a domain that nobody has given a controller
 * @param proven by sittings that were the intruder's
 * @param doubtful by sittings nobody decided about, or at a time that has two meanings
 * @param legitimate persons whom only the real holder saw
 * @param lines that name one of the persons counted
 * @param reach how many patients the applications can reach; null is not known
 * @param persons at least, likely, at most
 * @param categories codes of the data that were shown, separated by blanks
 */
public record AnswerPart(
    Organisation organisation,
    String domain,
    Map<Evidenced, Long> proven,
    Map<Evidenced, Long> doubtful,
    long legitimate,
    long lines,
    Instant first,
    Instant last,
    Long reach,
    Count persons,
    String categories) {

  /** What keeps the number from being known exactly. */
  record Unsure(AnswerRepository.Blind blind, boolean gaps, long unread) {
    /** More than can be counted. */
    boolean isOpen() {
      return gaps || unread > 0 || blind.unknown() > 0;
    }
  }

  /**
   * What a part is made of.
   *
   * @param organisation null for a domain that nobody has given a controller
   * @param domain only of a part without a controller
   */
  record Found(
      Organisation organisation,
      String domain,
      List<AnswerRepository.Group> groups,
      List<AnswerRepository.Track> tracks) {
    Found(Organisation organisation, String domain) {
      this(organisation, domain, new ArrayList<>(), new ArrayList<>());
    }
  }

  static AnswerPart of(
      Found found, Map<Long, AccessSource> sources, Long reach, Unsure unsure, Instant asOf) {
    Map<Evidenced, Long> proven = new EnumMap<>(Evidenced.class);
    Map<Evidenced, Long> doubtful = new EnumMap<>(Evidenced.class);
    long legitimate = 0;
    for (AnswerRepository.Group group : found.groups()) {
      if (group.likely() == null) {
        legitimate += group.persons();
        continue;
      }
      boolean sure = group.hostile() != null;
      Evidenced worst = Evidenced.values()[(sure ? group.hostile() : group.likely()) - 1];
      (sure ? proven : doubtful).merge(worst, group.persons(), Long::sum);
    }
    List<AnswerRepository.Track> tracks = found.tracks();
    return new AnswerPart(
        found.organisation(),
        found.domain(),
        proven,
        doubtful,
        legitimate,
        tracks.stream().mapToLong(AnswerRepository.Track::lines).sum(),
        tracks.stream().map(AnswerRepository.Track::first).min(naturalOrder()).orElse(null),
        tracks.stream().map(AnswerRepository.Track::last).max(naturalOrder()).orElse(null),
        reach,
        count(total(proven), total(doubtful), reach, unsure, asOf),
        categories(tracks, sources));
  }

  /** Of every source that showed something. */
  private static String categories(
      List<AnswerRepository.Track> tracks, Map<Long, AccessSource> sources) {
    Set<String> codes = new TreeSet<>();
    for (AnswerRepository.Track track : tracks) {
      codes.addAll(shown(sources.get(track.sourceId()), Evidenced.values()[track.worst() - 1]));
    }
    return DataCategory.checked(String.join(" ", codes));
  }

  /** An opened record shows what a list shows, too. */
  private static List<String> shown(AccessSource source, Evidenced worst) {
    List<String> codes = new ArrayList<>(List.of(source.getListCategories().split(" ")));
    if (worst != Evidenced.LISTED) {
      codes.addAll(List.of(source.getViewCategories().split(" ")));
    }
    codes.removeIf(String::isEmpty);
    return codes;
  }

  private static long total(Map<Evidenced, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * At least: proven. Likely: with the sittings nobody decided about. At most: with every result of
   * searches that the log does not name; with gaps, all whom the application can reach.
   */
  static Count count(long proven, long doubtful, Long reach, Unsure unsure, Instant asOf) {
    long likely = proven + doubtful;
    if (unsure.isOpen()) {
      return reach == null
          ? Count.atLeast(proven, likely, asOf)
          : Count.estimated(proven, likely, Math.max(likely, reach), asOf);
    }
    long more = unsure.blind().rows();
    long most = reach == null ? likely + more : Math.max(likely, Math.min(reach, likely + more));
    return most == proven ? Count.known(proven, asOf) : Count.estimated(proven, likely, most, asOf);
  }

  /** At all levels. */
  public long allProven() {
    return total(proven);
  }

  /** At all levels. */
  public long allDoubtful() {
    return total(doubtful);
  }

  public long proven(Evidenced level) {
    return proven.getOrDefault(level, 0L);
  }

  public long doubtful(Evidenced level) {
    return doubtful.getOrDefault(level, 0L);
  }
}
