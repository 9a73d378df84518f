/**
 * Mail that leaves the house: a row in the act's own transaction (the outbox), sent afterwards by a
 * timer. Out of scope: what is said and to whom.
 */
package fr.vigie.platform.mail;
