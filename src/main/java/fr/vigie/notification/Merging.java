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
import java.util.Set;
import java.util.stream.Collectors;

/** One person's message: the data named are those the list holds of this very person. */
final class Merging {
  private static final Texts FRENCH = Texts.in(Locale.FRENCH);

  private Merging() {}

  static MergedMessage merge(
      MessageTemplate template,
      Map<Placeholder, String> facts,
      AffectedPerson row,
      PersonIdentity who) {
    Involvement involvement = template.getInvolvement();
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.putAll(facts);
    values.put(Placeholder.NOM, who.name());
    values.put(Placeholder.PRENOM, who.firstNames());
    values.put(Placeholder.ETABLISSEMENT, involvement.getOrganisation().getName());
    values.put(Placeholder.REFERENCE, involvement.getIncident().getReference());
    values.put(Placeholder.DONNEES_CONCERNEES, data(row, who));
    Set<String> own = row.getCategories().stream().map(Enum::name).collect(Collectors.toSet());
    values.put(Placeholder.DONNEES_NON_CONCERNEES, CaseFacts.unaffected(involvement, own));
    return template.draft().merge(values);
  }

  /** The same for nobody: a fictitious name and the data that are read most often. */
  static MergedMessage example(
      MessageDraft draft, Map<Placeholder, String> facts, String organisation, String reference) {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.putAll(facts);
    values.put(Placeholder.NOM, FRENCH.text("notification.example.name"));
    values.put(Placeholder.PRENOM, FRENCH.text("notification.example.firstNames"));
    values.put(Placeholder.ETABLISSEMENT, organisation);
    values.put(Placeholder.REFERENCE, reference);
    values.put(Placeholder.DONNEES_CONCERNEES, FRENCH.text("notification.example.data"));
    return draft.merge(values);
  }

  /** Findings of a text, and what it says of the case though the case does not prove it. */
  static List<MessageFinding> findings(MessageDraft draft, Map<Placeholder, String> facts) {
    Map<Placeholder, String> example = new EnumMap<>(Placeholder.class);
    for (Placeholder placeholder : Placeholder.values()) {
      if (!placeholder.isOfTheCase()) {
        example.put(placeholder, placeholder.word());
      }
    }
    example.putAll(facts);
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
