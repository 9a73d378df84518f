package fr.vigie.notification;

/**
 * One reason why a message may not be approved or sent.
 *
 * @param messageKey key of the explanation in the bundles
 * @param block where it is; {@code null} for the subject
 * @param excerpt the offending words as written, empty when something lacks
 */
public record MessageFinding(String messageKey, MessageBlock block, String excerpt) {}
