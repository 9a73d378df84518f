package fr.vigie.declaration;

import java.time.Instant;

/**
 * What the portal answered.
 *
 * @param at time of acceptance, not of the click
 * @param number acknowledgement number
 * @param lateReason reasons for the delay, needed after the deadline when the form has none
 *     (BR-04), or why it was filed before its signature
 * @param receipt file that the portal gave; null when it is not given yet, which stays to be done
 */
public record Sending(Instant at, String number, String lateReason, Receipt receipt) {}
