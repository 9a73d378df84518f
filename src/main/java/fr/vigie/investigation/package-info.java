/**
 * The scope: which persons of a controller are affected, how, and what is not known. Takes their
 * lists in, keeps them sealed, counts and versions them, freezes them under four eyes. Out of
 * scope: telling the persons (notification), telling the authorities (declaration).
 */
@Feature(
    step = 6,
    uses = {"accesslog", "incident", "identity", "reference", "audit"})
package fr.vigie.investigation;

import fr.vigie.platform.Feature;
