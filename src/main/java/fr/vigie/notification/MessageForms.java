package fr.vigie.notification;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The forms of words that {@link MessagePolicy} and {@link SubstancePolicy} look for, all in one
 * place (domain.md §2.4, pitfalls 19 and 20). Written without accents and in small letters, for
 * {@link PlainText#forWords}; links alone are looked for in {@link PlainText#forLinks}. They serve
 * to detect: nothing here is shown to a user. Words of care stand in {@link CareWords}.
 */
final class MessageForms {

  /** A word or two that may stand between. */
  private static final String FEW = "(?:\\p{L}+ ){0,3}?";

  /** Further on in the same sentence. */
  private static final String ON = "[^.;:!?]{0,100}?";

  // --- links and numbers: refused even where the sentence says no -----------------------------

  private static final String LABELS = "(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}+\\.){1,10}";
  private static final String NOT_WITHIN_A_WORD = "(?<![\\p{L}\\p{N}@-])";
  private static final String WORD_ENDS = "(?![\\p{L}\\p{N}-])";

  /** Ends of domain that are looked for after a spelled dot; after a real dot any word is one. */
  private static final String SPELLED_ENDS =
      "(?:fr|com|org|net|eu|gouv|io|ly|info|biz|be|uk|co|gl|sante|santé|health|care|app|dev|link"
          + "|click|online|site|web|xyz|top|shop|cc|tv|ru|cn|re|yt|gp|mq|gf|nc|pf|wf|bzh|cloud|tech)";

  private static final String BETWEEN = "[\\s,;:()\\[\\]\"'«»“”_/-]{1,5}";

  /** Ends that nobody begins a sentence with. */
  private static final String ENDS_AFTER_A_SPACE = "(?:fr|com|org|net|eu|gouv|io|ly|cloud|tech)";

  static final Map<String, Pattern> LINKS =
      patterns(
          "url",
          "\\bh\\s?[tx*]\\s?[tx*]\\s?p\\s?s?\\s?:"
              + "|\\b(?:ftps?|sftp|javascript|data|cid|tel|sms):(?=[\\p{L}\\p{N}+/])"
              + "|\\p{L}{2,}:\\s?/\\s?/"
              + "|\\bw\\s?w\\s?w\\b|\\b(?:trois|triple|3) w\\b|\\bslash\\b|\\bbarre oblique\\b",
          "domain",
          // alerte.cloud, example.org/x
          NOT_WITHIN_A_WORD
              + LABELS
              + "(?:\\p{L}{2,}|xn--[\\p{L}\\p{N}-]+)"
              // bit . ly, bit. ly
              + "|[\\p{L}\\p{N}]+[ \\t]+\\.\\s*\\p{L}+"
              + "|[\\p{L}\\p{N}]+\\.\\s+"
              + ENDS_AFTER_A_SPACE
              + WORD_ENDS
              // chu-caen, point, fr
              + "|"
              + NOT_WITHIN_A_WORD
              + "[\\p{L}\\p{N}-]{1,63}"
              + BETWEEN
              + "(?:point|dot)"
              + BETWEEN
              + SPELLED_ENDS
              + WORD_ENDS
              + "|(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?:/|:\\d)",
          "emailAddress",
          "mail\\s?-?\\s?to\\s?:|\\barobase\\b|[\\[(]\\s?at\\s?[\\])]|[\\p{L}\\p{N}._%+-]{1,64}\\s?@\\s?"
              + LABELS
              + "\\p{L}{2,}",
          "markup",
          "<\\s*/?\\s*[a-z!][^<>]{0,500}>|&(?:lt|gt|amp|nbsp|#x?[0-9a-f]{2,6});"
              + "|\\[[^\\[\\]\\n]{1,200}\\]\\s?\\(|\\[/?(?:url|img|b|i)\\b[^\\]]{0,200}\\]",
          "premiumNumber",
          // 081…, 082…, 089…, written at home or from abroad; 080… is free
          "(?<!\\d)(?:(?:\\+|00) ?33 ?(?:\\(0\\))?|0)[ .-]?8[ .-]?[129](?:[ .-]?\\d){7}(?!\\d)"
              // 32xx to 39xx may cost more than a call; these four do not
              + "|\\b(?:au|le|numéro|appelez|composez|téléphone|tél\\.?) ?:? ?"
              + "(?!36 ?46|39 ?19|39 ?39|39 ?49)3[2-9] ?\\d\\d(?! ?\\d)(?! (?:personnes|patients))"
              + "|\\b(?:sms|texto|envoyez)\\b[^.]{0,40}\\bau [4-8]\\d{4}\\b"
              + "|(?<!non )(?<!non-)\\bsurtaxée?s?\\b|(?:€|euros?|centimes?) ?(?:/|par|la|de la) ?min");

  // --- requests: refused unless the clause says that it is not so ------------------------------

  private static final String GIVE =
      "(?:(?:communiqu|indiqu|renseign|confirm|envoy|renvoy|donn|adress|retourn|precis|complet|valid"
          + "|actualis|epel|dict|tap|entr|livr|montr|present|photographi|scann|prepar)e[zr]"
          + "|transmett(?:ez|re)|fourni(?:ssez|r)|saisi(?:ssez|r)|mett(?:ez|re) a jour|dites"
          + "|fai(?:tes|re) (?:nous )?parvenir)";

  private static final String SECRET =
      "(?:numeros?|codes?|mots? de passe|identifiants?|coordonnees|rib|iban|nir|cartes?|identite"
          + "|pieces? d'identite|justificatifs?|date de naissance)";

  private static final String DATA =
      "(?:" + SECRET + "|donnees|informations?|adresse|telephone|consentement|accord)";

  private static final String YOUR = "(?:votre|vos|ton|tes|le|la|les|un|une) ";

  static final Map<String, Pattern> REQUESTS =
      patterns(
          "qrCode",
          "\\bqr ?-?codes?\\b|\\bcodes? ?-?qr\\b|\\bqr\\b|\\bflash-?code|\\bflashe[zr]\\b|\\bscanne[zr]\\b"
              + "|\\bnoirs? (?:et|&) blancs?\\b|\\bblancs? (?:et|&) noirs?\\b|\\bpixels?\\b|\\bdamier\\b"
              + "|\\bcodes? (?:a |en )?(?:barres|matriciels?|2d)\\b|\\bdatamatrix\\b"
              + "|\\bappareil photo\\b|\\bcamera\\b",
          "attachment",
          "\\bpieces? ?-?(?:jointes?|annexees?|attachees?)\\b|\\bci-(?:jointe?|annexee?|inclu(?:s|se)?)s?\\b"
              + "|\\bpj\\b|\\b(?:l'|l' |une |cette |notre |les |en )annexes?\\b"
              + "|\\b(?:fichier|document|courrier|dossier|notice|fiche|note|lettre|attestation|pdf"
              + "|image)s? (?:jointe?|annexee?|attachee?)s?\\b|\\bpdf\\b|\\btelecharge[zr]\\b"
              + "|\\bouvr(?:ez|ir)-l(?:a|e|es)\\b|\\bouvr(?:ez|ir) (?:le|la|les|ce|cette|l') ?"
              + "(?:fichier|document|piece|archive|image)"
              + "|\\battachments?\\b|\\bcontent-disposition\\b",
          "form",
          "\\bformulaires?\\b|\\bquestionnaires?\\b|\\brempli(?:ssez|r|ssant)\\b|\\bonline form\\b"
              + "|\\b(?:sondage|coupon|enquete en ligne|fiche en ligne)\\b"
              + "|\\bcomplete[zr] (?:la|le|votre|cette|ce|notre) (?:fiche|dossier|document|enquete)\\b"
              + "|\\b(?:inscrivez|enregistrez)-vous\\b",
          "requestForData",
          // "fournir votre numéro", but not "quelqu'un a pu communiquer vos données"
          "(?<!\\bpu )\\b"
              + GIVE
              + "(?:-nous)? (?:nous )?(?:"
              + YOUR
              + FEW
              + DATA
              + "|"
              + FEW
              + "(?:votre|vos) "
              + FEW
              + SECRET
              + ")\\b"
              + "|\\bverifie[zr] (?:votre|vos) "
              + FEW
              + DATA
              + "\\b"
              // "de nous fournir", whatever follows
              + "|\\b(?:de|a|devez|devrez|veuillez|pour|faut|vouloir) nous (?:communiquer|transmettre|fournir"
              + "|indiquer|envoyer|renvoyer|retourner|confirmer|donner|preciser|livrer|faire parvenir"
              + "|faire savoir|faire connaitre)\\b"
              + "|\\b(?:communiquez|transmettez|fournissez|indiquez|envoyez|renvoyez|retournez|confirmez"
              + "|donnez|precisez|livrez|laissez|dites|faites)-nous\\b"
              + "|\\b(?:il nous faut|nous (?:avons|aurons|aurions) besoin (?:de|d')|nous vous demandons) ?"
              + YOUR
              + FEW
              + DATA
              + "\\b"
              + "|\\b(?:votre|vos) "
              + FEW
              + SECRET
              + " (?:\\p{L}+ ){0,4}?(?:est|sont|sera|seront)"
              + " (?:necessaire|requis|indispensable|demande|exige|attendu)"
              // "munissez-vous de votre carte"
              + "|\\bmuni(?:ssez-vous|r|e|s|es)? (?:de|d')|\\b(?:ayez|tenez|sortez|apportez|gardez) "
              + FEW
              + "(?:votre|vos) "
              + FEW
              + SECRET
              + " (?:\\p{L}+ ){0,3}?(?:sous la main|a portee|pres|pret)"
              + "|\\bayez "
              + FEW
              + "(?:votre|vos) "
              + FEW
              + SECRET
              + "\\b"
              + "|\\bconnecte[zr]-vous\\b|\\bcliqu(?:ez|er|ant)\\b|\\bclick (?:here|on|the)\\b",
          "replyRequested",
          "\\brepondez\\b|\\bnous repondre\\b"
              + "|\\brepond(?:re|ant) (?:(?:a|au) (?:ce|cet|cette|present|notre)\\b|par|sous|avant|directement)"
              + "|\\bpar retour\\b|\\bnous attendons (?:de )?(?:votre|vos|vous)\\b"
              + "|\\bvotre (?:reponse|retour|accord|confirmation) (?:\\p{L}+ ){0,2}?(?:attendue?|avant|sous)\\b"
              + "|\\b(?:sans|a defaut de) (?:reponse|retour|confirmation) de votre part\\b"
              + "|\\breply to this\\b");

  // --- phrases that say nothing ----------------------------------------------------------------

  /** Refused in every part, whatever day or act stands beside them. */
  static final Pattern VAGUE =
      Pattern.compile(
          "\\b(?:mesures?|dispositions?|actions?|diligences?|precautions?|demarches?) "
              + FEW
              + "(?:necessaires?|utiles?|appropriee?s?|adequate?s?|adaptee?s?|requises?|qui s'impos\\p{L}+)\\b"
              + "|\\btout (?:\\p{L}+ ){0,4}?en (?:\u0153|oe)uvre\\b|\\ble necessaire\\b"
              + "|\\bfait tout (?:ce qui|ce que|ce qu'|notre|le)"
              + "|\\b(?:all|every) (?:the )?(?:necessary|appropriate|required) (?:measure|step|action)s?\\b");

  /** Refused where the measures are told. */
  static final Pattern VAGUE_MEASURE =
      Pattern.compile(
          "\\btres au serieux\\b|\\bdans les meilleurs delais\\b"
              + "|\\brenforce\\p{L}* (?:de )?(?:la|notre|sa) securite\\b"
              + "|\\bequipes? (?:\\p{L}+ ){0,3}?mobilisee?s?\\b");

  /** A day, or an act that has a name. */
  static final Pattern CONCRETE =
      Pattern.compile(
          "\\b\\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre"
              + "|novembre|decembre)\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b"
              + "|\\{(?:comptes_bloques|plainte|autorites)\\}"
              + "|\\b(?:bloqu|desactiv|suspend|ferme|debranch|isole|reinitialis|revoqu|deconnect)\\p{L}*");

  // --- statements about the case, which only its facts may make --------------------------------

  private static final String BLOCKED =
      "(?:bloqu|desactiv|ferm|coup|revoqu|neutralis|verrouill|suspend)(?:ee?s?|ue?s?|ons)\\b";

  private static final String BODY =
      "\\b(?:cnil|ars|agence regionale de sante|anssi|cert[ -]sante|autorites?(?! parentale))\\b";

  private static final String JUSTICE = "\\b(?:procureure?|parquet|police|gendarmerie|justice)\\b";

  private static final String TOLD =
      "\\b(?:(?:informe|notifie|prevenu|saisi|declare|avise|signale|averti)e?s?|alertee"
          + "|(?:avons|a|ont|ete) alertee?s?|au courant|fait part)\\b";

  private static final String TOLD_AFTER =
      "\\b(?:(?:a|ont|ete|est|sont|etaient|etait) (?:\\p{L}+ ){0,2}?(?:informe|notifie|prevenu|saisi"
          + "|avise|averti|alerte|recu)|(?:informe|prevenu|saisi|avise|averti|alerte)(?:e|es|s)"
          + "|au courant)";

  static final Map<Placeholder, Pattern> CLAIMS =
      Map.of(
          Placeholder.COMPTES_BLOQUES,
          Pattern.compile(
              "(?<!votre )(?<!vos )\\b(?:comptes?|identifiants?|acces (?:utilis|fraud|vol|usurp|pirat"
                  + "|compromis|concern|en cause)\\p{L}*)\\b"
                  + ON
                  + "\\b(?:"
                  + BLOCKED
                  + "|hors service|inutilisables?|plus (?:utilisables?|actifs?))"
                  + "|\\b"
                  + BLOCKED
                  + ON
                  + "\\b(?:comptes?|identifiants?)\\b"
                  + "|\\b(?:blocage|desactivation|fermeture|suspension|verrouillage) (?:du|de|des|d'|de la|de l')"
                  + " ?(?:\\p{L}+ ){0,2}?comptes?\\b"),
          Placeholder.PLAINTE,
          Pattern.compile(
              // not the advice "vous pouvez déposer plainte"
              "(?<!(?:deposer|deposez|porter|portez|adresser|adressez|introduire|envoyer) (?:une )?)"
                  + "(?<!votre )(?<!droit de )\\bplaintes?\\b"
                  + "|\\bnous (?:(?! vous )[^.;:!?]){0,60}?\\b(?:deposer|porter) (?:une )?plainte\\b"
                  + "|\\b(?:avons|a|ont|ete|est) (?:\\p{L}+ ){0,2}?(?:saisi|alerte|prevenu|informe)e?s?\\b"
                  + ON
                  + JUSTICE
                  + "|"
                  + JUSTICE
                  + ON
                  + TOLD_AFTER),
          Placeholder.AUTORITES,
          Pattern.compile(
              TOLD
                  + ON
                  + BODY
                  + "|\\b(?:declaration|notification|signalement)s?\\b"
                  + ON
                  + BODY
                  + "|"
                  + BODY
                  + ON
                  + TOLD_AFTER));

  private MessageForms() {}

  private static Map<String, Pattern> patterns(String... namesAndForms) {
    Map<String, Pattern> patterns = new TreeMap<>();
    for (int i = 0; i < namesAndForms.length; i += 2) {
      patterns.put(namesAndForms[i], Pattern.compile(namesAndForms[i + 1]));
    }
    return patterns;
  }
}
