/**
 * Telling the persons affected (GDPR art. 34): the message and its approval, waves built from a
 * frozen list, sending, decisions about those who cannot be written to, and the proof of each. Out
 * of scope: who is affected (investigation), what the authorities are told (declaration).
 */
@Feature(
    step = 7,
    uses = {"regime", "containment", "investigation", "incident", "identity", "reference", "audit"})
package fr.vigie.notification;

import fr.vigie.platform.Feature;
