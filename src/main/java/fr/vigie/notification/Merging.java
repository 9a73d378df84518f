package fr.vigie.notification;

import fr.vigie.incident.Involvement;
import fr.vigie.investigation.AffectedPerson;
import fr.vigie.investigation.DataCategory;
import fr.vigie.investigation.PersonIdentity;
import fr.vigie.platform.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One person's message: the data named are those the list holds of this very person. */
final class Merging {
  /** What {@link #merge} knows of each person. */
  static final List<Placeholder> FILLED =
      List.of(
          Placeholder.CIVILITE,
          Placeholder.PRENOM,
          Placeholder.NOM,
          Placeholder.ETABLISSEMENT,
          Placeholder.DONNEES_CONCERNEES,
          Placeholder.REFERENCE);

  private static final Texts FRENCH = Texts.in(Locale.FRENCH);

  private Merging() {}

  static MergedMessage merge(
      MessageTemplate template, Involvement involvement, AffectedPerson row, PersonIdentity who) {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.CIVILITE, FRENCH.text("notification.data.civility"));
    values.put(Placeholder.NOM, who.name());
    values.put(Placeholder.PRENOM, who.firstNames());
    values.put(Placeholder.ETABLISSEMENT, involvement.getOrganisation().getName());
    values.put(Placeholder.REFERENCE, involvement.getIncident().getReference());
    values.put(Placeholder.DONNEES_CONCERNEES, data(row, who));
    return template.draft().merge(values);
  }

  /** Findings of a text, and placeholders that the list gives no value for. */
  static List<MessageFinding> findings(MessageDraft draft) {
    Map<Placeholder, String> example = new EnumMap<>(Placeholder.class);
    FILLED.forEach(placeholder -> example.put(placeholder, placeholder.word()));
    List<MessageFinding> all = new ArrayList<>(draft.findings());
    draft.merge(example).findings().stream()
        .filter(finding -> finding.messageKey().equals("notification.message.missingValue"))
        .filter(finding -> all.stream().noneMatch(f -> f.excerpt().equals(finding.excerpt())))
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static String data(AffectedPerson row, PersonIdentity who) {
    List<String> data = new ArrayList<>();
    add(data, "name", who.name());
    add(data, "firstNames", who.firstNames());
    add(data, "birthDate", who.birthDate());
    add(data, "age", who.birthDate().isEmpty() ? who.age() : "");
    add(data, "phone", who.phone());
    add(data, "email", who.email());
    add(data, "address", who.address());
    for (DataCategory category : row.getCategories()) {
      if (category != DataCategory.ETAT_CIVIL && category != DataCategory.COORDONNEES) {
        data.add(FRENCH.text("notification.data.".concat(category.name())));
      }
    }
    return String.join(", ", data);
  }

  private static void add(List<String> data, String key, String value) {
    if (!value.isEmpty()) {
      data.add(FRENCH.text("notification.data.".concat(key)));
    }
  }

  /** {@code p•••@example.org}: enough to recognise, not enough to write. */
  static String masked(String address) {
    int at = address.lastIndexOf('@');
    return at < 1 ? "•••" : address.charAt(0) + "•••" + address.substring(at);
  }
}
