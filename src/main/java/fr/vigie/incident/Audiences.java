package fr.vigie.incident;

import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/**
 * Who may write for whom on a case. Whoever sees the whole case chooses freely; an organisation
 * writes in its own part only, so that it never speaks to another controller unasked.
 */
@ApplicationScoped
public class Audiences {
  @Inject IncidentRepository incidents;

  /**
   * Among what the caller may choose.
   *
   * @param whole the team and everybody are choices too
   * @param controllers those whose part it may be, by name
   */
  public record Choices(boolean whole, List<Organisation> controllers) {}

  /** Where something goes: into one controller's part, or to all on the case, or to the team. */
  record Place(Organisation controller, boolean shared) {
    static final Place TEAM = new Place(null, false);
    static final Place EVERYBODY = new Place(null, true);
  }

  Choices choices(Incident incident) {
    IncidentRows rows = incidents.rows();
    List<Organisation> seen =
        incidents.involvements(incident).stream()
            .map(Involvement::getOrganisation)
            .filter(organisation -> rows.sees(incident, organisation))
            .toList();
    return new Choices(rows.seesWhole(incident), seen);
  }

  /**
   * @param wanted null when the caller said nothing
   */
  Place place(Incident incident, Audience wanted) {
    Choices choices = choices(incident);
    Audience audience = Objects.requireNonNullElse(wanted, Audience.TEAM);
    if (audience.organisationId() != null) {
      return new Place(
          choices.controllers().stream()
              .filter(controller -> controller.getId().equals(audience.organisationId()))
              .findFirst()
              .orElseThrow(Audience::unknown),
          false);
    }
    if (choices.whole()) {
      return audience.everybody() ? Place.EVERYBODY : Place.TEAM;
    }
    return choices.controllers().stream()
        .findFirst()
        .map(own -> new Place(own, false))
        .orElse(Place.TEAM);
  }
}
