/**
 * Keeping the software alive: schema migration at start-up, health. Out of scope: the checks of
 * each feature, which the features contribute themselves.
 */
@Feature(
    step = 9,
    uses = {"identity"})
package fr.vigie.operations;

import fr.vigie.platform.Feature;
