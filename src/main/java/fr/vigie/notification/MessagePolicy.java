package fr.vigie.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message to affected persons must not look like the phishing it warns about: nothing to click,
 * to scan, to open or to answer, and a subject that says nothing of the care (BR-10). Words that
 * say "there is no link" pass: a clause with a negation is not a request.
 *
 * <p>What is looked for stands in {@link MessageForms} and {@link CareWords}.
 */
final class MessagePolicy {

  private static final String KEY = "notification.message.";

  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:ne|ni|aucun|aucune|jamais|sans|pas|no|not|never|without|cannot"
              + "|evitez|refusez|mefiez-vous)\\b|\\bn'|n't\\b");

  /** Right before an imperative: "ne nous communiquez". A "sans" further off does not count. */
  private static final Pattern NEGATION_OF_IMPERATIVE =
      Pattern.compile("(?:\\bne (?:(?:nous|lui|leur|me|y|en) )?|\\bn'(?:y |en )?)$");

  private static final Pattern IMPERATIVE = Pattern.compile("^\\p{L}+ez\\b");

  /** They look like negations and ask all the same. */
  private static final Pattern FALSE_NEGATION =
      Pattern.compile(
          "\\b(?:n'hesitez|n'attendez|n'oubliez|ne tardez|ne manquez|n'omettez) (?:pas|plus)"
              + "|\\bsans (?:attendre|tarder|delai|faute|risque|frais|danger|crainte)"
              + "|\\bpas de (?:panique|souci|probleme|danger|risque)"
              + "|\\baucun (?:risque|souci|danger|frais|probleme)|\\bne vous inquietez pas"
              + "|\\bpas (?:plus tard|encore)|\\bne .{1,30} qu(?:e |')");

  private static final Pattern CLAUSE_END =
      Pattern.compile("[.;:!?,\\n]|\\b(?:mais|et|puis|sinon|but|then)\\b");

  private static final int LONGEST_EXCERPT = 80;

  private MessagePolicy() {}

  /** Checks a template: parts, subject, placeholders, and everything that a reader could follow. */
  static List<MessageFinding> check(MessageDraft draft) {
    List<MessageFinding> findings = new ArrayList<>();
    checkSubject(draft.subject(), findings);
    SubstancePolicy.checkClaims(draft.subject(), null, findings);
    for (MessageBlock block : MessageBlock.values()) {
      String text = draft.blocks().getOrDefault(block, "");
      if (PlainText.HIDDEN.matcher(text).replaceAll("").isBlank()) {
        findings.add(new MessageFinding(KEY + "missingBlock", block, ""));
      } else {
        checkPlaceholders(text, block, findings);
        SubstancePolicy.check(text, block, findings);
        SubstancePolicy.checkClaims(text, block, findings);
        checkContent(text, block, findings);
      }
    }
    return List.copyOf(findings);
  }

  /** Checks a message again once the values are in: a name may carry a link. */
  static List<MessageFinding> checkMerged(MergedMessage message) {
    List<MessageFinding> findings = new ArrayList<>();
    for (MessageBlock block : MessageBlock.values()) {
      String text = message.blocks().getOrDefault(block, "");
      if (text.isBlank()) {
        findings.add(new MessageFinding(KEY + "missingBlock", block, ""));
      } else {
        checkContent(text, block, findings);
      }
    }
    checkSubject(message.subject(), findings);
    return findings;
  }

  private static void checkSubject(String subject, List<MessageFinding> findings) {
    if (subject.isBlank()) {
      findings.add(new MessageFinding(KEY + "missingSubject", null, ""));
      return;
    }
    if (subject.chars().anyMatch(Character::isISOControl)) {
      findings.add(new MessageFinding(KEY + "subjectLineBreak", null, ""));
    }
    CareWords.in(subject)
        .ifPresent(word -> findings.add(new MessageFinding(KEY + "subjectNotNeutral", null, word)));
    // the name of a hospital or of a person in a subject line tells the care, too
    if (subject.contains("{") || subject.contains("}")) {
      findings.add(new MessageFinding(KEY + "subjectPlaceholder", null, shorten(subject)));
    }
    checkContent(subject, null, findings);
  }

  private static void checkPlaceholders(
      String text, MessageBlock block, List<MessageFinding> findings) {
    Matcher matcher = MessageDraft.PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      if (Placeholder.of(matcher.group(1)).isEmpty()) {
        findings.add(
            new MessageFinding(KEY + "unknownPlaceholder", block, shorten(matcher.group())));
      }
    }
    String rest = MessageDraft.PLACEHOLDER.matcher(text).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      findings.add(new MessageFinding(KEY + "unbalancedBrace", block, shorten(rest)));
    }
  }

  private static void checkContent(String text, MessageBlock block, List<MessageFinding> findings) {
    Matcher hidden = PlainText.HIDDEN.matcher(text);
    if (hidden.find()) {
      String code = String.format("U+%04X", hidden.group().codePointAt(0));
      findings.add(new MessageFinding(KEY + "hiddenCharacter", block, code));
    }
    String forLinks = PlainText.forLinks(text);
    MessageForms.LINKS.forEach(
        (name, pattern) -> {
          Matcher matcher = pattern.matcher(forLinks);
          if (matcher.find()) {
            findings.add(new MessageFinding(KEY + name, block, around(forLinks, matcher)));
          }
        });
    String forWords = PlainText.forWords(text);
    MessageForms.REQUESTS.forEach(
        (name, pattern) -> {
          Matcher matcher = pattern.matcher(forWords);
          while (matcher.find()) {
            if (!isNegated(forWords, matcher)) {
              findings.add(new MessageFinding(KEY + name, block, around(forWords, matcher)));
              break;
            }
          }
        });
  }

  /** True when the clause says, before these words, that it is not so. */
  private static boolean isNegated(String text, Matcher words) {
    int from = 0;
    Matcher end = CLAUSE_END.matcher(text);
    while (end.find() && end.start() < words.start()) {
      from = end.end();
    }
    String before = text.substring(from, words.start());
    if (IMPERATIVE.matcher(words.group()).find()) {
      return NEGATION_OF_IMPERATIVE.matcher(before).find();
    }
    return NEGATION.matcher(FALSE_NEGATION.matcher(before).replaceAll(" ")).find();
  }

  private static String around(String text, Matcher found) {
    int end = found.end();
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return shorten(text.substring(found.start(), end));
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT);
  }
}
