/**
 * Declarations to the authorities as versioned documents: form schemas as data, prefilled from the
 * facts, signed under four eyes, frozen and hashed by that; and the register of breaches (GDPR art.
 * 33(5)). Out of scope: which duties exist and when they end (regime), telling the persons
 * (notification).
 */
@Feature(
    step = 7,
    uses = {"regime", "containment", "investigation", "incident", "identity", "reference", "audit"})
package fr.vigie.declaration;

import fr.vigie.platform.Feature;
