package fr.vigie.accesslog;

import fr.vigie.platform.Texts;
import fr.vigie.platform.time.TimeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question in one sentence, for who decides on its answer. */
@ApplicationScoped
public class QuestionSentence {
  private static final int NAMED = 5;

  @Inject AccessRepository logs;

  /** Of a run that was shown. */
  public String of(AccessRun run, Locale locale) {
    List<String> sources =
        logs.runFiles(run).stream().map(f -> f.getFile().getSource().getName()).distinct().toList();
    return say(run.getQuestion().question(), sources, run.getIncident().zone(), Texts.in(locale));
  }

  static String say(Question question, List<String> sources, ZoneId zone, Texts texts) {
    List<String> who = new ArrayList<>();
    if (!question.accounts().isEmpty()) {
      who.add(
          texts.text(
              "accesslog.sentence.accounts",
              question.accounts().size(),
              named(question.accounts().stream().map(a -> a.login()).toList(), texts)));
    }
    if (!question.addresses().isEmpty()) {
      who.add(
          texts.text(
              "accesslog.sentence.addresses",
              question.addresses().size(),
              named(question.addresses(), texts)));
    }
    if (!question.sessions().isEmpty()) {
      who.add(texts.text("accesslog.sentence.sessions", question.sessions().size()));
    }
    TimeText times = new TimeText(zone, texts.locale());
    Stream<String> when =
        question.windows().stream()
            .map(
                w ->
                    texts.text(
                        "accesslog.sentence.window",
                        times.exactWithZone(w.from()),
                        times.exactWithZone(w.until())));
    return texts.text(
        "accesslog.sentence.whole",
        joined("accesslog.sentence.or", who.stream(), texts),
        joined("accesslog.sentence.and", when, texts),
        named(sources, texts));
  }

  private static String joined(String key, Stream<String> parts, Texts texts) {
    return parts.reduce((before, next) -> texts.text(key, before, next)).orElse("");
  }

  private static String named(List<String> names, Texts texts) {
    String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() <= NAMED
        ? some
        : texts.text("accesslog.sentence.others", some, names.size() - NAMED);
  }
}
