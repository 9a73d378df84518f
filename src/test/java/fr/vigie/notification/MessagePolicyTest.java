package fr.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePolicyTest {

  private static final String SUBJECT = "Information sur vos données personnelles";

  @Test
  void theSampleMessagePasses() {
    assertThat(sample().findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MessageBlock.class)
  void eachOfTheNineBlocksIsMandatory(MessageBlock block) {
    Map<MessageBlock, String> blocks = new HashMap<>(sample().blocks());
    blocks.remove(block);
    assertThat(new MessageDraft(SUBJECT, blocks).findings())
        .containsExactly(new MessageFinding("notification.message.missingBlock", block, ""));

    blocks.put(block, " \u200b\n");
    assertThat(new MessageDraft(SUBJECT, blocks).findings())
        .extracting(MessageFinding::messageKey)
        .containsExactly("notification.message.missingBlock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/verif",
        "HTTP://EXAMPLE.ORG",
        "hxxp://exemple.test",
        "hxxps://x.y",
        "h t t p s : //example.org",
        "http\u200b://example.org",
        "ht\u00adtps://example.org",
        "ｈｔｔｐｓ://example.org",
        "https:\u2215\u2215example.org",
        "ftp://example.org",
        "www.example.org",
        "www .example.org",
        "WWW . example . org",
        "w w w.example.org",
        "www\u3002example\u3002org",
        "www\uff0eexample\uff0eorg",
        "ww\u200bw.example.org",
        "example.org/path",
        "example.org",
        "ex\u200bample.org",
        "example\u2024org",
        "example[.]org",
        "example(point)org",
        "example [dot] org",
        "bit.ly/3xYz",
        "bit.ly",
        "t.co/a",
        "hôpital.fr",
        "ch-normandie.fr",
        "example.museum/x",
        "203.0.113.7/connexion",
        "203.0.113.7:8080",
        "javascript:alert(1)",
        "tel:0199001234",
        "\u202ewww.example.org",
        "exemple point fr",
        "ch-normandie dot org",
        "hôpital . fr"
      })
  void anyLinkIsRefusedHoweverDisguised(String link) {
    assertThat(keysFor("Voir " + link + " pour la suite.")).containsAnyOf("url", "domain");
  }

  @ParameterizedTest
  @CsvSource({
    "Écrivez à dpo@example.org, emailAddress",
    "mailto:dpo, emailAddress",
    "mail-to: dpo, emailAddress",
    "dpo @ example.org, emailAddress",
    "<a href='x'>ici</a>, markup",
    "un <b>mot</b>, markup",
    "<form>, markup",
    "&lt;a&gt;, markup",
    "[ici](adresse), markup",
    "[url=x]ici[/url], markup",
    "Flashez ce QR code, qrCode",
    "Le QR-code ci-dessous, qrCode",
    "Scannez l’image, qrCode",
    "Voir la pièce jointe, attachment",
    "Le courrier ci-joint, attachment",
    "Remplissez le formulaire, form",
    "Confirmez votre numéro de sécurité sociale, requestForData",
    "Merci de nous communiquer votre adresse, requestForData",
    "Veuillez indiquer votre mot de passe, ''",
    "N’hésitez pas à cliquer, requestForData",
    "Cliquez ici, requestForData",
    "Sans réponse de votre part cliquez ici, requestForData",
    "Si vous n’avez pas de code remplissez ceci, form",
    "C\u200bliquez ici, requestForData",
    "Ne tardez pas : répondez à ce message, replyRequested",
    "Répondez par SMS, replyRequested",
    "Aucun risque. Répondez au plus vite, ''",
    "Nous attendons votre accord par retour de mail, replyRequested"
  })
  void anythingToOpenFillOrAnswerIsRefused(String text, String key) {
    if (key.isEmpty()) {
      assertThat(keysFor(text)).isNotEmpty();
    } else {
      assertThat(keysFor(text)).contains(key);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "En cas d’abus, adressez-vous au 17Cyber ou transférez le SMS au 33700.",
        "M. Durand et Mme. Martin vous répondent de 9 h à 17 h.",
        "Téléphone : 01.99.00.12.34, du lundi au vendredi, 9h-17h.",
        "Tél. : +33 1 99 00 12 34 ; tel: 01 99 00 12 34.",
        "Ce message ne contient aucun lien, aucun QR code, ni pièce jointe ni formulaire.",
        "Ne communiquez jamais votre mot de passe, même à un proche.",
        "Ne répondez pas à un message qui vous demande un code.",
        "Aucun établissement ne vous demandera de cliquer sur un lien.",
        "Nous ne vous demandons pas de répondre à ce message.",
        "Le 05.09.2025 à 14 h 20, vers 12.000 personnes (env. 3.5 %).",
        "CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.",
        "nom, prénom, âge et/ou téléphone ; nom/prénom",
        "Nom, etc. Les autres données... ne sont pas concernées.",
        "Ne cliquez sur aucun lien ; ne nous communiquez pas vos codes.",
        "J.-P. Martin, S.A.R.L. Exemple, C.H.U. de Caen, p. 3, art. 34.1",
        "Vous pouvez vérifier ce message sur le site officiel, en tapant vous-même son adresse.",
        "Le point de contact répond. Au point de vue pratique, rien ne change.",
        "Taux < 5 et > 3, Sant& Numérique, l’établissement n° 12"
      })
  void ordinaryProsePasses(String text) {
    assertThat(keysFor(text)).isEmpty();
  }

  @Test
  void aHiddenCharacterIsNamed() {
    assertThat(with(MessageBlock.ADVICE, "Pru\u200bdence avec les appels").findings())
        .containsExactly(
            new MessageFinding(
                "notification.message.hiddenCharacter", MessageBlock.ADVICE, "U+200B"));
  }

  @Test
  void theFindingShowsWhereAndWhat() {
    assertThat(with(MessageBlock.CONTACT, "Voir https://example.org/x?y=1 demain").findings())
        .contains(
            new MessageFinding(
                "notification.message.url", MessageBlock.CONTACT, "https://example.org/x?y=1"));
  }

  @ParameterizedTest
  @CsvSource({
    "Votre séjour en psychiatrie, subjectNotNeutral",
    "Service de cancérologie, subjectNotNeutral",
    "CENTRE D’ADDICTOLOGIE : vos données, subjectNotNeutral",
    "Résultats de votre examen, subjectNotNeutral",
    "Maternite\u0301 : information, subjectNotNeutral",
    "{etablissement} : vos données, subjectPlaceholder",
    "Vos données www.example.org, url",
    "' ', missingSubject"
  })
  void theSubjectMustBeNeutral(String subject, String key) {
    assertThat(new MessageDraft(subject, sample().blocks()).findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.messageKey()).isEqualTo("notification.message." + key);
              assertThat(finding.block()).isNull();
            });
  }

  @Test
  void aLineBreakCannotSlipAHeaderIntoTheSubject() {
    assertThat(new MessageDraft(SUBJECT + "\r\nBcc: x", sample().blocks()).findings())
        .extracting(MessageFinding::messageKey)
        .contains("notification.message.subjectLineBreak");
  }

  @ParameterizedTest
  @CsvSource({
    "Bonjour et merci {nom_de_jeune_fille}, unknownPlaceholder",
    "Bonjour et merci {}, unknownPlaceholder",
    "Bonjour et merci {NOM}, unknownPlaceholder",
    "Bonjour et merci {nom, unbalancedBrace",
    "Bonjour et merci nom}, unbalancedBrace",
    "Bonjour et merci {{nom}}, unbalancedBrace"
  })
  void onlyKnownPlaceholdersPass(String text, String key) {
    assertThat(keysFor(text)).containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONTACT|Voyez avec nous.|unreachable",
        "CONTACT|Appelez le 01 99 00 12 34.|unreachable",
        "CONTACT|Le service, du lundi au vendredi de 9 h à 17 h.|unreachable",
        "CONTACT|DPO, [à compléter : adresse]|gap",
        "CONTACT|DPO, [adresse], 14000 Caen|gap",
        "AFFECTED_DATA|Vos données : nom et prénom.|ownDataMissing",
        "MEASURES_TAKEN|Nous avons agi sans délai.|measuresVague",
        "MEASURES_TAKEN|Serveur isolé le [date].|gap",
        "WHAT_HAPPENED|Le XX/XX, une personne a lu vos données.|gap",
        "WHAT_HAPPENED|[...]|gap"
      })
  void aPartThatSaysNothingIsRefusedAndNamed(MessageBlock block, String text, String key) {
    assertThat(with(block, text).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.messageKey()).isEqualTo("notification.message." + key);
              assertThat(finding.block()).isEqualTo(block);
              assertThat(finding.excerpt()).isNotBlank();
            });
  }

  @Test
  void aGapIsShownAsItWasWritten() {
    assertThat(with(MessageBlock.CONTACT, "DPO, [à compléter : adresse]").findings())
        .extracting(MessageFinding::excerpt)
        .containsExactly("[à compléter : adresse]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONTACT|DPO, 1 rue de l’Exemple, 14000 Caen",
        "CONTACT|DPO, TSA 12345, 97400 Saint-Denis Cedex",
        "CONTACT|Appelez le 01 99 00 12 34, de 9 h à 17 h.",
        "CONTACT|Appelez le +262 262 90 12 34 entre 9h30 et 17h.",
        "MEASURES_TAKEN|Serveur arrêté le 5 septembre.",
        "MEASURES_TAKEN|{plainte}"
      })
  void aPartThatSaysSomethingPasses(MessageBlock block, String text) {
    assertThat(with(block, text).findings()).isEmpty();
  }

  @Test
  void thePersonsValuesAreMerged() {
    MergedMessage message = sample().merge(values());

    assertThat(message.findings()).isEmpty();
    assertThat(message.isSendable()).isTrue();
    assertThat(message.text())
        .startsWith("Élodie Martin,")
        .contains("nom, prénom, âge")
        .doesNotContain("{", "null");
  }

  @Test
  void aMissingValueIsAFindingAndNeverTheWordNull() {
    Map<Placeholder, String> values = values();
    values.remove(Placeholder.NOM);
    values.put(Placeholder.DATE_INCIDENT, " ");

    MergedMessage message = sample().merge(values);

    assertThat(message.isSendable()).isFalse();
    assertThat(message.text()).doesNotContain("null").contains("{nom}");
    assertThat(message.findings())
        .containsExactly(
            new MessageFinding(
                "notification.message.missingValue", MessageBlock.WHO_AND_WHY, "{nom}"),
            new MessageFinding(
                "notification.message.missingValue",
                MessageBlock.WHAT_HAPPENED,
                "{date_incident}"));
  }

  @Test
  void aValueCannotBringInALink() {
    Map<Placeholder, String> values = values();
    values.put(Placeholder.NOM, "Martin http://example.org");

    assertThat(sample().merge(values).isSendable()).isFalse();
  }

  @Test
  void aValueIsTakenAsItIs() {
    Map<Placeholder, String> values = values();
    values.put(Placeholder.NOM, "{prenom} $1 \\");

    assertThat(sample().merge(values).text()).startsWith("Élodie {prenom} $1 \\,");
  }

  @Test
  void aMergedMessageDoesNotPrintThePerson() {
    assertThat(sample().merge(values()).toString()).doesNotContain("Martin");
  }

  @Test
  void aHostileTextIsCheckedInReasonableTime() {
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (String unit : new String[] {"a.", "a-", "<a ", "@", "w ", "ne ", "[a", "{", "1."}) {
            with(MessageBlock.ADVICE, unit.repeat(5_000)).findings();
          }
        });
  }

  private static List<String> keysFor(String text) {
    return with(MessageBlock.ADVICE, text).findings().stream()
        .map(finding -> finding.messageKey().replace("notification.message.", ""))
        .filter(key -> !key.equals("hiddenCharacter"))
        .toList();
  }

  private static MessageDraft with(MessageBlock block, String text) {
    Map<MessageBlock, String> blocks = new HashMap<>(sample().blocks());
    blocks.put(block, text);
    return new MessageDraft(SUBJECT, blocks);
  }

  private static Map<Placeholder, String> values() {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.PRENOM, "Élodie");
    values.put(Placeholder.NOM, "Martin");
    values.put(Placeholder.DATE_INCIDENT, "5 septembre 2025");
    values.put(Placeholder.COMPTES_BLOQUES, "comptes bloqués le 5 septembre 2025");
    values.put(Placeholder.PLAINTE, "une plainte a été déposée le 6 septembre 2025");
    values.put(Placeholder.AUTORITES, "la CNIL et les autorités de santé ont été informées");
    values.put(Placeholder.DONNEES_CONCERNEES, "nom, prénom, âge");
    return values;
  }

  private static MessageDraft sample() {
    return new MessageDraft(
        SUBJECT,
        Map.of(
            MessageBlock.WHO_AND_WHY,
            "{prenom} {nom}, nous vous écrivons parce que vos données sont concernées.",
            MessageBlock.WHAT_HAPPENED,
            "Le {date_incident}, nous avons constaté qu'une personne non autorisée avait utilisé le"
                + " compte d'un professionnel de santé pour consulter un serveur qui contient des"
                + " données d'identité de patients.",
            MessageBlock.AFFECTED_DATA,
            "Données vous concernant : {donnees_concernees}[, téléphone][, adresse électronique]."
                + " Ne sont pas concernés d'après nos vérifications à ce jour : dossier médical,"
                + " numéro de sécurité sociale, coordonnées bancaires, mots de passe.",
            MessageBlock.POSSIBLE_CONSEQUENCES,
            "Ce qui peut arriver : quelqu'un peut vous appeler ou vous écrire en se faisant passer"
                + " pour un hôpital, l'Assurance maladie ou une banque.",
            MessageBlock.MEASURES_TAKEN,
            "Ce que nous avons fait : {comptes_bloques}, {plainte}, {autorites}.",
            MessageBlock.ADVICE,
            "Ce que vous pouvez faire : ne communiquez jamais de mot de passe ni de code ; en cas de"
                + " doute, raccrochez et rappelez le numéro que vous connaissez déjà ; en cas"
                + " d'abus, adressez-vous au 17Cyber et gardez les preuves.",
            MessageBlock.CONTACT,
            "Nous joindre : délégué à la protection des données, 1 rue de l'Exemple, 14000 Caen,"
                + " 01 99 00 12 34, du lundi au vendredi de 9 h à 17 h.",
            MessageBlock.RIGHT_TO_COMPLAIN,
            "Vous pouvez adresser une réclamation à la CNIL, 3 place de Fontenoy, 75007 Paris.",
            MessageBlock.AUTHENTICITY,
            "Ce message ne contient aucun lien et nous ne vous demandons aucune information. Le même"
                + " texte est publié sur notre site officiel."));
  }
}
