package fr.vigie.declaration;

import java.time.Instant;

/**
 * What the portal answered.
 *
 * @param at time of acceptance, not of the click
 * @param number acknowledgement number
 * @param reason why it was filed before its signature; empty otherwise: the reasons of a delay are
 *     answers of the form, signed with it (BR-04)
 * @param receipt file that the portal gave; null when it is not given yet, which stays to be done
 */
public record Sending(Instant at, String number, String reason, Receipt receipt) {}
