/**
 * Looking over many cases: the desk of a person, and the national table, which counts and never
 * names. Reads only. Out of scope: acting on a case (each feature's own pages).
 */
@Feature(
    step = 8,
    uses = {"containment", "investigation", "regime", "incident", "identity", "reference"})
package fr.vigie.dashboard;

import fr.vigie.platform.Feature;
