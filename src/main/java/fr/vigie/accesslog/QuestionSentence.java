package fr.vigie.accesslog;

import fr.vigie.accesslog.Question.HostileAccount;
import fr.vigie.platform.Texts;
import fr.vigie.platform.time.TimeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
    return new Said(question, zone, texts).whole(sources);
  }

  /** One question in one language. */
  private record Said(Question question, ZoneId zone, Texts texts) {
    String whole(List<String> sources) {
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
          joined("accesslog.sentence.or", who()),
          joined("accesslog.sentence.and", when) + limits(),
          listed(quoted(sources)));
    }

    private Stream<String> who() {
      List<HostileAccount> accounts = question.accounts();
      String handed = named("handed", logins(accounts.stream().filter(HostileAccount::whole)));
      return Stream.of(
              (named("accounts", logins(accounts.stream())) + " " + handed).strip(),
              named("addresses", question.addresses()),
              named("sessions", question.sessions()))
          .filter(part -> !part.isEmpty());
    }

    /** What else tells the intruder, and what alone counts. */
    private String limits() {
      List<String> counting =
          question.actions().stream()
              .sorted()
              .map(action -> texts.text("accesslog.action." + action))
              .toList();
      return named("agents", quoted(question.agents())) + named("actions", quoted(counting));
    }

    private static List<String> logins(Stream<HostileAccount> accounts) {
      return accounts.map(HostileAccount::login).toList();
    }

    /** Nothing when there are none. */
    private String named(String part, List<String> names) {
      return names.isEmpty()
          ? ""
          : texts.text("accesslog.sentence." + part, names.size(), listed(names));
    }

    private List<String> quoted(List<String> names) {
      return names.stream().map(name -> texts.text("accesslog.sentence.quoted", name)).toList();
    }

    /** {@code a, b and c}; of many, the first and how many others. */
    private String listed(List<String> names) {
      boolean all = names.size() <= NAMED;
      List<String> first = names.subList(0, all ? Math.max(0, names.size() - 1) : NAMED);
      String some = String.join(", ", first);
      if (!all) {
        return texts.text("accesslog.sentence.others", some, names.size() - NAMED);
      }
      String last = names.isEmpty() ? "" : names.get(names.size() - 1);
      return some.isEmpty() ? last : texts.text("accesslog.sentence.both", some, last);
    }

    private String joined(String key, Stream<String> parts) {
      return parts.reduce((before, next) -> texts.text(key, before, next)).orElse("");
    }
  }
}
