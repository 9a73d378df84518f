package fr.vigie.declaration;

import java.time.Instant;

/**
 * What the portal answered.
 *
 * @param at time of acceptance, not of the click
 * @param number acknowledgement number
 * @param lateReason reasons for the delay, needed after the deadline (BR-04)
 * @param receiptId sealed receipt file of the case, or null
 */
public record Sending(Instant at, String number, String lateReason, Long receiptId) {}
