package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessFile;
import fr.vigie.accesslog.AccessSource;
import fr.vigie.platform.web.Show;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences on logs that an answer does not count; empty when there are none. */
final class LogNews {
  private static final int NAMED = 5;

  private LogNews() {}

  static String leftOut(List<AccessFile> files, Show show) {
    return say("accesslog.news.leftOut", files, show);
  }

  /** Read after it was asked. */
  static String since(List<AccessFile> files, Show show) {
    return say("accesslog.news.since", files, show);
  }

  /** Sources that keep their lines for less than a question looks back, at the time it is asked. */
  static List<String> erased(
      List<AccessSource> sources, Instant from, Instant asked, ZoneId zone, Show show) {
    return sources.stream()
        .filter(source -> source.getKeptDays() != null && from != null)
        .filter(source -> from.isBefore(source.keptSince(asked)))
        .map(
            source ->
                show.text(
                    "accesslog.news.erased",
                    source.getName(),
                    source.getKeptDays(),
                    show.instant(source.keptSince(asked), zone)))
        .toList();
  }

  private static String say(String key, List<AccessFile> files, Show show) {
    if (files.isEmpty()) {
      return "";
    }
    String some =
        files.stream()
            .limit(NAMED)
            .map(file -> file.getEvidence().getName())
            .collect(Collectors.joining(", "));
    int others = files.size() - NAMED;
    String names = others > 0 ? show.text("accesslog.sentence.others", some, others) : some;
    return show.text(key, files.size(), names);
  }
}
