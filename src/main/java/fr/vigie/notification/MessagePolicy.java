package fr.vigie.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message to affected persons must not look like the phishing it warns about: nothing to click,
 * to scan, to open or to answer, and a subject that says nothing of the care (BR-10). Words that
 * say "there is no link" pass: a clause with a negation is not a request.
 *
 * <p>The word lists serve to detect; nothing here is shown to a user but the author's own words.
 */
final class MessagePolicy {

  private static final String KEY = "notification.message.";

  /** Ends of domain that mail programs turn into links by themselves. */
  private static final String ENDINGS =
      "(?:fr|com|org|net|eu|info|io|ly|biz|be|ch|de|uk|me|co|gl|gd|gouv|sante|health|care|app|dev"
          + "|link|click|online|site|web|xyz|top|shop|page|cc|tv|ru|cn|re|yt|pm|gp|mq|gf|nc|pf|wf"
          + "|bzh|paris|example|test)";

  private static final String LABELS = "(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}+\\.){1,10}";

  private static final Map<String, Pattern> LINKS =
      patterns(
          "url",
          "\\bh\\s?[tx*]\\s?[tx*]\\s?p\\s?s?\\s?:|\\b(?:ftps?|sftp|javascript|data|cid|tel|sms):(?=[\\p{L}\\p{N}+/])"
              + "|[\\p{L}]{2,}:\\s?/\\s?/"
              + "|\\bw\\s?w\\s?w\\s?\\d?\\s*\\.\\s*[\\p{L}\\p{N}]",
          "domain",
          "(?<![\\p{L}\\p{N}@])"
              + LABELS
              + "(?:"
              + ENDINGS
              + "(?![\\p{L}\\p{N}-])|\\p{L}{2,}\\s?/\\s?[\\p{L}\\p{N}])"
              + "|(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?:/|:\\d)"
              + "|(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}-]{2,63}+\\s(?:(?:point|dot)\\s(?:fr|com|org|net|eu|io|gouv)"
              + "|\\.\\s?(?:fr|com|org|net|eu))(?![\\p{L}\\p{N}-])",
          "emailAddress",
          "mail\\s?-?\\s?to\\s?:|\\barobase\\b|[\\[(]\\s?at\\s?[\\])]|[\\p{L}\\p{N}._%+-]{1,64}\\s?@\\s?"
              + LABELS
              + "\\p{L}{2,}",
          "markup",
          "<\\s*/?\\s*[a-z!][^<>]{0,500}>|&(?:lt|gt|amp|nbsp|#x?[0-9a-f]{2,6});"
              + "|\\[[^\\[\\]\\n]{1,200}\\]\\s?\\(|\\[/?(?:url|img|b|i)\\b[^\\]]{0,200}\\]");

  private static final Map<String, Pattern> WORDS =
      patterns(
          "qrCode",
          "\\bqr ?-?codes?\\b|\\bcodes? ?-?qr\\b|\\bflash-?code|\\bflashe[zr]\\b|\\bscanne[zr]\\b",
          "attachment",
          "\\bpieces? ?-?jointes?\\b|\\bci-joints?\\b|\\bci-jointes?\\b|\\bfichiers? joints?\\b"
              + "|\\bdocuments? joints?\\b|\\battachments?\\b|\\bcontent-disposition\\b",
          "form",
          "\\bformulaires?\\b|\\bquestionnaires?\\b|\\bremplisse[zr]\\b|\\bonline form\\b",
          "requestForData",
          "\\b(?:communique[zr]|transmette[zr]|fournisse[zr]|indique[zr]|renseigne[zr]|saisisse[zr]"
              + "|confirme[zr]|envoye[zr]|donne[zr]|adresse[zr]|mettez a jour|verifie[zr])(?:-nous)?"
              + " (?:nous )?(?:votre|vos|ton|tes|le|les|un|une) (?:\\p{L}+ ){0,3}?(?:numeros?|codes?"
              + "|mots? de passe|identifiants?|coordonnees|rib|iban|cartes?|donnees|informations?"
              + "|identite|date de naissance)\\b"
              + "|\\bmerci de nous (?:communiquer|transmettre|fournir|indiquer|envoyer|confirmer)\\b"
              + "|\\bconnecte[zr]-vous\\b|\\bcliqu(?:ez|er|ant)\\b|\\bclick (?:here|on|the)\\b",
          "replyRequested",
          "\\brepond(?:ez|re|ant)(?:-nous)? (?:a|au|par|sous|avant|directement|des)\\b"
              + "|\\bpar retour (?:de|d')\\s?(?:mail|courriel|e-mail|message|courrier|sms)\\b"
              + "|\\breply to this\\b");

  /** Words that tell the care, without accents. */
  private static final Pattern CARE =
      Pattern.compile(
          "\\b(?:psychiatri\\p{L}*|pedopsychiatri\\p{L}*|psycholog\\p{L}*|sante mentale|cmp|addict\\p{L}*"
              + "|alcool\\p{L}*|toxicoman\\p{L}*|cancer\\p{L}*|oncolog\\p{L}*|chimiotherap\\p{L}*"
              + "|radiotherap\\p{L}*|hematolog\\p{L}*|maternite|obstetri\\p{L}*|gynecolog\\p{L}*|ivg"
              + "|grossesse|accouchement|pma|fertilite|vih|sida|ist|mst|hepatite|infecti\\p{L}*"
              + "|cegidd|cardiolog\\p{L}*|neurolog\\p{L}*|nephrolog\\p{L}*|dialyse|urolog\\p{L}*"
              + "|dermatolog\\p{L}*|pneumolog\\p{L}*|gastro\\p{L}*|endocrin\\p{L}*|diabet\\p{L}*"
              + "|rhumatolog\\p{L}*|ophtalmolog\\p{L}*|orl|pediatri\\p{L}*|neonat\\p{L}*|geriatri\\p{L}*"
              + "|gerontolog\\p{L}*|ehpad|reanimation|urgences|chirurgi\\p{L}*|radiolog\\p{L}*|imagerie"
              + "|scanner|irm|laboratoire|analyses?|greffe|transplant\\p{L}*|soins palliatifs|genetique"
              + "|unite medico\\p{L}*|service de|hospitalis\\p{L}*|hospitalier|hopital|clinique|sejour"
              + "|consultation|traitement|operation|diagnosti\\p{L}*|ordonnance|examens?|resultats?"
              + "|pathologie|maladie|patients?|patientes?|dossier medical|soins)\\b");

  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:ne|ni|aucun|aucune|jamais|sans|pas|no|not|never|without|cannot)\\b|\\bn'|n't\\b");

  /** Right before an imperative: "ne nous communiquez". A "sans" further off does not count. */
  private static final Pattern NEGATION_OF_IMPERATIVE =
      Pattern.compile("(?:\\bne (?:(?:nous|lui|leur|me|y|en) )?|\\bn'(?:y |en )?)$");

  private static final Pattern IMPERATIVE = Pattern.compile("^\\p{L}+ez\\b");

  /** They look like negations and ask all the same. */
  private static final Pattern FALSE_NEGATION =
      Pattern.compile(
          "\\b(?:n'hesitez|n'attendez|n'oubliez|ne tardez|ne manquez|n'omettez) (?:pas|plus)"
              + "|\\bsans (?:attendre|tarder|delai|faute)|\\bpas (?:plus tard|encore)|\\bne .{1,30} qu(?:e |')");

  private static final Pattern CLAUSE_END =
      Pattern.compile("[.;:!?,\\n]|\\b(?:mais|et|puis|sinon|but|then)\\b");

  private static final int LONGEST_EXCERPT = 80;

  private MessagePolicy() {}

  private static Map<String, Pattern> patterns(String... namesAndForms) {
    Map<String, Pattern> patterns = new TreeMap<>();
    for (int i = 0; i < namesAndForms.length; i += 2) {
      patterns.put(namesAndForms[i], Pattern.compile(namesAndForms[i + 1]));
    }
    return patterns;
  }

  /** Checks a template: parts, subject, placeholders, and everything that a reader could follow. */
  static List<MessageFinding> check(MessageDraft draft) {
    List<MessageFinding> findings = new ArrayList<>();
    checkSubject(draft.subject(), findings);
    for (MessageBlock block : MessageBlock.values()) {
      String text = draft.blocks().getOrDefault(block, "");
      if (PlainText.HIDDEN.matcher(text).replaceAll("").isBlank()) {
        findings.add(new MessageFinding(KEY + "missingBlock", block, ""));
      } else {
        checkPlaceholders(text, block, findings);
        SubstancePolicy.check(text, block, findings);
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
    Matcher care = CARE.matcher(PlainText.forWords(subject));
    if (care.find()) {
      findings.add(new MessageFinding(KEY + "subjectNotNeutral", null, care.group()));
    }
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
    LINKS.forEach(
        (name, pattern) -> {
          Matcher matcher = pattern.matcher(forLinks);
          if (matcher.find()) {
            findings.add(new MessageFinding(KEY + name, block, around(forLinks, matcher)));
          }
        });
    String forWords = PlainText.forWords(text);
    WORDS.forEach(
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
