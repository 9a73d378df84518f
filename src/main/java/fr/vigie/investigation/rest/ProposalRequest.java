package fr.vigie.investigation.rest;

/**
 * @param unlistedMax persons that may be affected beyond the list; absent is not known
 */
public record ProposalRequest(String method, String residualUnknown, Long unlistedMax) {}
