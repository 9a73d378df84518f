package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessFile;
import fr.vigie.platform.web.Show;
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
