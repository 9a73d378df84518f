/**
 * Blocking accounts: which accounts are compromised, what was done to each, by whom, when, and the
 * proof. A person records the block; connectors that prove it come behind the same steps. Out of
 * scope: what the account read (investigation).
 */
@Feature(
    step = 4,
    uses = {"incident", "identity", "reference", "audit"})
package fr.vigie.containment;

import fr.vigie.platform.Feature;
