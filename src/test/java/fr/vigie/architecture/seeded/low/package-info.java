/** Seeded faults: uses a higher step. */
@Feature(
    step = 1,
    uses = {"high"})
package fr.vigie.architecture.seeded.low;

import fr.vigie.platform.Feature;
