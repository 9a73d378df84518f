package fr.vigie.incident.rest;

import fr.vigie.incident.Involvement;
import fr.vigie.incident.SeverityLevel;

/**
 * One organisation's part in a case.
 *
 * @param noBreachProposed whether "not breached" waits for another person
 * @param seen to be given back by who approves the risk, or that data are not breached
 */
public record InvolvementView(
    String id,
    String organisation,
    String organisationName,
    Involvement.Role role,
    Involvement.Breach breach,
    boolean noBreachProposed,
    MomentView informed,
    MomentView aware,
    CountView persons,
    CountView records,
    String dataCategories,
    SeverityLevel severity,
    Involvement.Risk risk,
    Involvement.Risk riskProposed,
    String seen) {
  static InvolvementView of(Involvement part) {
    return new InvolvementView(
        part.getId().toString(),
        part.getOrganisation().getId().toString(),
        part.getOrganisation().getName(),
        part.getRole(),
        part.getBreach(),
        part.isNoBreachWaiting(),
        MomentView.of(part.getInformed()),
        MomentView.of(part.getAware()),
        CountView.of(part.getPersons()),
        CountView.of(part.getRecords()),
        part.getDataCategories(),
        part.getSeverityLevel(),
        part.getRisk(),
        part.getRiskProposed(),
        part.seen());
  }
}
