package fr.vigie.notification;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a message really says what its parts are for, as far as a rule can tell (GDPR art. 34(2),
 * BR-10): no gap left, the person's own data, a way to reach somebody, and acts instead of phrases
 * (such a text was fined in 2026, pitfall 20). Works on {@link PlainText#forWords}.
 */
final class SubstancePolicy {
  private static final String KEY = "notification.message.";
  private static final int LONGEST_EXCERPT = 80;

  private static final Pattern GAP =
      Pattern.compile(
          "\\[ ?(?:a (?:completer|preciser|renseigner|remplir|definir)\\b[^\\]]{0,200}\\]?"
              + "|(?:date|adresse|telephone|horaires|nom|dpo|contact)\\b[^\\]]{0,200}\\]"
              + "|[.x_ ]*\\])|\\bxx[/.]xx\\b|_{4,}|\\btodo\\b");

  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]{0,200}\\]");

  private static final Pattern ADDRESS = Pattern.compile("\\b\\d{5} (?:\\p{L}|-){2,}|\\bcedex\\b");
  private static final Pattern PHONE =
      Pattern.compile(
          "\\b0[1-9](?:[ .-]?\\d{2}){4}\\b|\\+\\d{2,3}(?:[ .()-]{0,3}\\d{1,3}){3,6}\\b");
  private static final Pattern HOURS =
      Pattern.compile(
          "\\b\\d{1,2} ?(?:h|heures?)\\b|\\b\\d{1,2} ?h ?\\d{2}\\b|\\b\\d{1,2}:\\d{2}\\b");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'-]+");

  /** Below this a part says nothing, unless facts or the list fill a word of it. */
  private static final int FEWEST_WORDS = 3;

  private SubstancePolicy() {}

  /** Adds what a part of a template lacks. */
  static void check(String text, MessageBlock block, List<MessageFinding> findings) {
    String words = PlainText.forWords(text);
    Matcher gap = GAP.matcher(words);
    if (gap.find()) {
      findings.add(new MessageFinding(KEY + "gap", block, shorten(asWritten(text, gap.group()))));
      return; // what lacks is said; the rest is judged once it is written
    }
    if (saysNothing(text)) {
      findings.add(new MessageFinding(KEY + "tooShort", block, shorten(text.strip())));
      return;
    }
    Matcher phrase = MessageForms.VAGUE.matcher(words);
    if (phrase.find()) {
      findings.add(new MessageFinding(KEY + "vague", block, shorten(phrase.group())));
    }
    switch (block) {
      case AFFECTED_DATA -> {
        String wanted = Placeholder.DONNEES_CONCERNEES.written();
        if (!text.contains(wanted)) {
          findings.add(new MessageFinding(KEY + "ownDataMissing", block, wanted));
        }
      }
      case CONTACT -> {
        boolean reachable =
            ADDRESS.matcher(words).find()
                || (PHONE.matcher(words).find() && HOURS.matcher(words).find());
        if (!reachable) {
          findings.add(new MessageFinding(KEY + "unreachable", block, shorten(words.strip())));
        }
      }
      case MEASURES_TAKEN -> {
        Matcher vague = MessageForms.VAGUE_MEASURE.matcher(words);
        if (vague.find()) {
          findings.add(new MessageFinding(KEY + "vague", block, shorten(vague.group())));
        } else if (!MessageForms.CONCRETE.matcher(words).find()) {
          findings.add(new MessageFinding(KEY + "measuresVague", block, shorten(words.strip())));
        }
      }
      default -> {
        // only a reader can judge the other parts
      }
    }
  }

  /**
   * Adds what a text states about the case by its author's hand: such words come from the case
   * alone, so that they are true when each message leaves.
   */
  static void checkClaims(String text, MessageBlock block, List<MessageFinding> findings) {
    String typed = PlainText.forWords(MessageDraft.PLACEHOLDER.matcher(text).replaceAll(" ; "));
    for (Placeholder fact : Placeholder.values()) {
      Pattern claim = MessageForms.CLAIMS.get(fact);
      Matcher stated = claim == null ? null : claim.matcher(typed);
      if (stated != null && stated.find()) {
        findings.add(
            new MessageFinding(KEY + "claim." + fact.word(), block, shorten(stated.group())));
      }
    }
  }

  private static boolean saysNothing(String text) {
    boolean filled =
        MessageDraft.PLACEHOLDER
            .matcher(text)
            .results()
            .flatMap(found -> Placeholder.of(found.group(1)).stream())
            .anyMatch(word -> word.isOfTheCase() || word == Placeholder.DONNEES_CONCERNEES);
    long words =
        WORD.matcher(PlainText.forWords(text)).results().map(MatchResult::group).distinct().count();
    return !filled && words < FEWEST_WORDS;
  }

  /** The author's own words, when they stand in brackets. */
  private static String asWritten(String text, String found) {
    return BRACKETS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(words -> GAP.matcher(PlainText.forWords(words)).find())
        .findFirst()
        .orElse(found);
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT);
  }
}
