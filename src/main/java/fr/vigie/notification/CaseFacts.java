package fr.vigie.notification;

import fr.vigie.containment.BlockingAccounts;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Texts;
import fr.vigie.regime.Regime;
import fr.vigie.regime.RegimeRepository;
import fr.vigie.regime.RegimeTrack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a message may say of the case, in French, as the case proves it at this moment. What it does
 * not prove has no value here, and a text that says it is neither approved nor sent (BR-10).
 */
@ApplicationScoped
class CaseFacts {
  /** Kinds of data that persons ask about first. */
  private static final List<String> ASKED_ABOUT =
      List.of("S_SANTE", "NIR", "FINANCIERES", "IDENTIFICATION_ACCES");

  private static final Texts FRENCH = Texts.in(Locale.FRENCH);

  @Inject RegimeRepository tracks;
  @Inject BlockingAccounts accounts;

  Map<Placeholder, String> of(Involvement controller) {
    Incident incident = controller.getIncident();
    Map<Placeholder, String> facts = new EnumMap<>(Placeholder.class);
    incident
        .getOccurredFrom()
        .at()
        .ifPresent(at -> facts.put(Placeholder.DATE_INCIDENT, day(incident, at)));
    accounts
        .allBlockedAt(incident)
        .ifPresent(
            at -> facts.put(Placeholder.COMPTES_BLOQUES, said("blocked", day(incident, at))));
    complaint(controller)
        .ifPresent(at -> facts.put(Placeholder.PLAINTE, said("complaint", day(incident, at))));
    authorities(controller).ifPresent(text -> facts.put(Placeholder.AUTORITES, text));
    String unaffected = unaffected(controller, Set.of());
    if (!unaffected.isEmpty()) {
      facts.put(Placeholder.DONNEES_NON_CONCERNEES, unaffected);
    }
    return facts;
  }

  /** Whether the case is about accounts at all. */
  boolean isAboutAccounts(Incident incident) {
    return accounts.anyListed(incident);
  }

  private Optional<Instant> complaint(Involvement controller) {
    return tracks
        .fulfilled(controller, Regime.PLAINTE)
        .or(() -> tracks.fulfilled(controller, Regime.LOPMI))
        .map(RegimeTrack::getSatisfiedAt);
  }

  private Optional<String> authorities(Involvement controller) {
    boolean cnil = tracks.fulfilled(controller, Regime.RGPD_33).isPresent();
    boolean health = tracks.fulfilled(controller, Regime.SANTE_L1111_8_2).isPresent();
    if (!cnil && !health) {
      return Optional.empty();
    }
    String who = cnil && health ? "both" : cnil ? "cnil" : "health";
    return Optional.of(FRENCH.text("notification.fact.authorities.".concat(who)));
  }

  /**
   * Kinds of data that the controller's part says are not affected; empty while its categories are
   * not known.
   *
   * @param ofThisPerson codes that the list holds for one person all the same
   */
  static String unaffected(Involvement controller, Set<String> ofThisPerson) {
    Set<String> affected = Set.of(controller.getDataCategories().strip().split("\\s+"));
    if (affected.contains("") || affected.contains("INCONNUES")) {
      return "";
    }
    return ASKED_ABOUT.stream()
        .filter(code -> !affected.contains(code) && !ofThisPerson.contains(code))
        .map(code -> FRENCH.text("notification.unaffected.".concat(code)))
        .collect(Collectors.joining(", "));
  }

  private static String said(String key, String day) {
    return FRENCH.text("notification.fact.".concat(key), day);
  }

  private static String day(Incident incident, Instant at) {
    return FRENCH.day(LocalDate.ofInstant(at, incident.zone()));
  }
}
