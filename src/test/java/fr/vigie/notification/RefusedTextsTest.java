package fr.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.platform.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were tried against the rules of a message to persons (BR-10), and honest ones. */
class RefusedTextsTest {
  private static final String KEY = "notification.message.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // says nothing
        "ADVICE|-|tooShort",
        "RIGHT_TO_COMPLAIN|.|tooShort",
        "AUTHENTICITY|...|tooShort",
        "WHO_AND_WHY|Bonjour {nom}|tooShort",
        "POSSIBLE_CONSEQUENCES|Voir ci-dessus.|tooShort",
        "WHAT_HAPPENED|bla bla bla bla|tooShort",
        "MEASURES_TAKEN|Le 5 septembre 2025, toutes les mesures nécessaires.|vague",
        "MEASURES_TAKEN|Serveur isolé le 05/09/2025 et TOUTES LES MESURES NECESSAIRES prises.|vague",
        "MEASURES_TAKEN|Le 5 septembre, les mesures techniques et organisationnelles appropriées.|vague",
        "MEASURES_TAKEN|{plainte} ; nous avons fait le nécessaire.|vague",
        "MEASURES_TAKEN|Tout est mis en œuvre depuis le 5 septembre.|vague",
        "MEASURES_TAKEN|Nous prenons cela très au sérieux depuis le 5 septembre.|vague",
        "MEASURES_TAKEN|Le 5 septembre, nous avons renforcé la sécurité.|vague",
        "ADVICE|Prenez toute mesure utile dès le 5 septembre.|vague",
        // links
        "ADVICE|Voir alerte.cloud pour la suite.|domain",
        "ADVICE|Voir alerte.tech pour la suite.|domain",
        "ADVICE|Voir ALERTE.MUSEUM pour la suite.|domain",
        "ADVICE|Voir info.xn--p1ai pour la suite.|domain",
        "ADVICE|Voir bit . ly / x pour la suite.|domain",
        "ADVICE|Voir bit. ly / x pour la suite.|domain",
        "ADVICE|Voir chu-caen, point, fr pour la suite.|domain",
        "ADVICE|Voir chu-caen point fr pour la suite.|domain",
        "ADVICE|Voir alerte (point) cloud pour la suite.|domain",
        "ADVICE|Voir alerte-point-tech pour la suite.|domain",
        "ADVICE|Tapez exemple point com slash dossier dans la barre.|domain",
        // requests for data or an answer
        "ADVICE|Vous devez nous fournir votre numéro de carte bancaire et votre code.|requestForData",
        "ADVICE|VOUS DEVEZ NOUS FOURNIR VOTRE NUMERO DE CARTE.|requestForData",
        "ADVICE|Veuillez fournir votre date de naissance.|requestForData",
        "ADVICE|Transmettre au plus vite votre RIB.|requestForData",
        "ADVICE|Nous avons besoin de votre numéro de sécurité sociale.|requestForData",
        "ADVICE|Il nous faut votre adresse exacte.|requestForData",
        "ADVICE|Votre code confidentiel sera demandé par téléphone.|requestForData",
        "ADVICE|Faites-nous parvenir une copie de votre carte.|requestForData",
        "ADVICE|Pas de panique : il suffit de nous transmettre le reste.|requestForData",
        "ADVICE|Aucun risque à nous communiquer vos identifiants.|requestForData",
        "ADVICE|Appelez et munissez-vous de votre carte.|requestForData",
        "ADVICE|Appelez, muni de votre carte Vitale.|requestForData",
        "ADVICE|Ayez votre numéro de carte sous la main.|requestForData",
        "ADVICE|Répondez-nous avec votre date de naissance.|replyRequested",
        "ADVICE|Répondez vite, nous attendons votre accord.|replyRequested",
        "ADVICE|Merci de nous répondre avant lundi.|replyRequested",
        // to scan, to open, to fill in, to pay for
        "ADVICE|Photographiez le carré noir et blanc ci-dessous.|qrCode",
        "ADVICE|Visez le carré noir & blanc avec le téléphone.|qrCode",
        "ADVICE|Passez l’appareil photo sur l’image.|qrCode",
        "ADVICE|Lisez l’annexe au présent courriel, ouvrez-la.|attachment",
        "ADVICE|Tout est dans la pièce jointe.|attachment",
        "ADVICE|Tout est dans la note annexée.|attachment",
        "ADVICE|Ouvrez le document reçu avec ce message.|attachment",
        "ADVICE|Remplir la fiche en ligne dès demain.|form",
        "ADVICE|Complétez votre dossier dès demain.|form",
        "CONTACT|Appelez le 0899 12 34 56 de 9 h à 17 h.|premiumNumber",
        "CONTACT|Appelez le 08 19 12 34 56 de 9 h à 17 h.|premiumNumber",
        "CONTACT|Appelez le +33 8 92 12 34 56 de 9 h à 17 h.|premiumNumber",
        "CONTACT|Sans frais au 0.892.12.34.56 de 9 h à 17 h.|premiumNumber",
        "CONTACT|Composez le 3237 de 9 h à 17 h.|premiumNumber",
        "CONTACT|Appelez le 3646 (0,35 € / min) de 9 h à 17 h.|premiumNumber",
        // what only the case may say
        "MEASURES_TAKEN|Le 5 septembre, comptes bloqués.|claim.comptes_bloques",
        "MEASURES_TAKEN|Les comptes utilisés pour lire vos données ont été désactivés.|claim.comptes_bloques",
        "MEASURES_TAKEN|Nous avons bloqué tous les comptes le 5 septembre.|claim.comptes_bloques",
        "WHAT_HAPPENED|Le blocage des comptes date du 5 septembre.|claim.comptes_bloques",
        "MEASURES_TAKEN|Serveur isolé le 5 septembre, une plainte a été déposée.|claim.plainte",
        "MEASURES_TAKEN|Serveur isolé le 5 septembre ; nous avons porté plainte.|claim.plainte",
        "WHO_AND_WHY|{nom}, nous venons de déposer plainte.|claim.plainte",
        "MEASURES_TAKEN|Serveur isolé le 5 septembre, la gendarmerie a été saisie.|claim.plainte",
        "MEASURES_TAKEN|Serveur isolé le 5 septembre, déclaration à la CNIL.|claim.autorites",
        "MEASURES_TAKEN|Serveur isolé le 5 septembre, CNIL informée.|claim.autorites",
        "MEASURES_TAKEN|Nous avons informé l’ARS le 5 septembre.|claim.autorites",
        "AUTHENTICITY|Les autorités de santé ont été prévenues.|claim.autorites",
      })
  void theTextIsRefusedAtItsBlockWithARemedyInBothLanguages(
      MessageBlock block, String text, String key) {
    List<MessageFinding> findings = with(block, text).findings();
    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.messageKey()).isEqualTo(KEY + key);
              assertThat(finding.block()).isEqualTo(block);
            });
    for (MessageFinding finding : findings) {
      for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
        assertThat(Texts.in(language).text(finding.messageKey(), finding.excerpt()))
            .contains(finding.excerpt())
            .containsPattern("\\. \\p{Lu}")
            .doesNotContain(KEY, "{0}");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rendez-vous psy",
        "Suivi PSY : vos données",
        "Oncologie : vos données",
        "Votre ALD",
        "Votre rendez-vous du 5",
        "RDV du 5 septembre",
        "Votre bilan",
        "Maternité : information",
        "MATERNITE : information",
        "Centre d’addictologie",
        "Dépistage du VIH",
        "Votre visite",
        "Votre prise de sang et vos résultats",
        "Unité de néonatalogie",
        "Votre affection de longue durée"
      })
  void aSubjectThatDisclosesCareIsRefused(String subject) {
    assertThat(new MessageDraft(subject, blocks()).findings())
        .extracting(MessageFinding::messageKey)
        .containsExactly(KEY + "subjectNotNeutral");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Information sur vos données personnelles",
        "Information importante sur vos données à caractère personnel",
        "Incident de sécurité concernant vos données personnelles",
        "Violation de vos données : ce que vous devez savoir"
      })
  void aNeutralSubjectPasses(String subject) {
    assertThat(new MessageDraft(subject, blocks()).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WHAT_HAPPENED|Vers le {date_incident}, une personne a pu communiquer vos données à d’autres.",
        "WHAT_HAPPENED|Le {date_incident}, nous avons constaté qu'une personne non autorisée avait utilisé"
            + " le compte d'un professionnel de santé pour consulter un serveur.",
        "AFFECTED_DATA|{donnees_concernees}. Ne sont pas concernés : {donnees_non_concernees}.",
        "POSSIBLE_CONSEQUENCES|Un faux appel de « l’hôpital », un faux SMS de remboursement, un faux"
            + " conseiller qui réclame un code.",
        "MEASURES_TAKEN|{comptes_bloques}, {plainte}, {autorites}.",
        "MEASURES_TAKEN|{autorites}",
        "MEASURES_TAKEN|Le 5 septembre 2025, nous avons isolé le serveur et changé sa clé.",
        "MEASURES_TAKEN|Mots de passe réinitialisés et accès à distance coupés le 5 septembre.",
        "ADVICE|Ne communiquez jamais de mot de passe ni de code.",
        "ADVICE|En cas de doute, raccrochez et rappelez le numéro que vous connaissez.",
        "ADVICE|Vous devez changer votre mot de passe et surveiller vos comptes bancaires.",
        "ADVICE|Évitez de donner votre numéro de carte par téléphone.",
        "ADVICE|Méfiez-vous des pièces jointes et n’ouvrez aucun fichier inattendu.",
        "ADVICE|Demandez à votre banque de bloquer votre carte en cas de fraude.",
        "ADVICE|Vous pouvez déposer plainte ; portez plainte si l’on se sert de vos données.",
        "ADVICE|Gardez les preuves pour votre plainte, adressez-vous au 17Cyber ou au 33700.",
        "ADVICE|Info Escroqueries répond au 0 805 805 817, appel gratuit, ou au 3018.",
        "ADVICE|Nous ne vous demanderons jamais votre code ni de remplir un formulaire.",
        "CONTACT|Délégué à la protection des données, 1 rue de l’Exemple, 14000 Caen.",
        "CONTACT|Appelez le 01 99 00 12 34 (appel non surtaxé), du lundi au vendredi de 9 h à 17 h.",
        "CONTACT|Notre équipe est là pour vous répondre au 01 99 00 12 34, de 9 h à 17 h.",
        "RIGHT_TO_COMPLAIN|Vous pouvez adresser une réclamation à la CNIL sur vos données.",
        "RIGHT_TO_COMPLAIN|Vous pouvez saisir la CNIL, ou déposer une plainte auprès de la CNIL.",
        "AUTHENTICITY|Ce message ne contient aucun lien et nous ne vous demandons aucune information."
            + " Le même texte est publié sur notre site officiel, que vous pouvez ouvrir en tapant"
            + " vous-même son adresse habituelle."
      })
  void anHonestTextPasses(MessageBlock block, String text) {
    assertThat(with(block, text).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "dpo@chu.example.org, true",
    "donnees-personnelles@ch.example.org, true",
    "oncologie@chu.example.org, false",
    "secretariat_psy@chu.example.org, false",
    "rendez-vous@chu.example.org, false"
  })
  void theSenderTellsNothingOfTheCare(String address, boolean neutral) {
    assertThat(SenderAddress.isNeutral(address)).isEqualTo(neutral);
  }

  private static MessageDraft with(MessageBlock block, String text) {
    Map<MessageBlock, String> blocks = blocks();
    blocks.put(block, text);
    return new MessageDraft("Information sur vos données personnelles", blocks);
  }

  /** Vigie's own sample, its gaps filled. */
  private static Map<MessageBlock, String> blocks() {
    Texts french = Texts.in(Locale.FRENCH);
    Map<MessageBlock, String> blocks = new EnumMap<>(MessageBlock.class);
    for (MessageBlock block : MessageBlock.values()) {
      blocks.put(
          block,
          switch (block) {
            case WHAT_HAPPENED ->
                french.text("notification.sample.on") + " un compte a servi à lire le serveur.";
            case MEASURES_TAKEN -> "{comptes_bloques}, {plainte}, {autorites}.";
            case AFFECTED_DATA ->
                french.text("notification.sample.AFFECTED_DATA")
                    + " "
                    + french.text("notification.sample.spared");
            case CONTACT ->
                french.text("notification.sample.CONTACT") + " 1 rue de l’Exemple, 14000 Caen.";
            default -> french.text("notification.sample." + block);
          });
    }
    return blocks;
  }
}
