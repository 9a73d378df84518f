/** Seeded faults: uses a feature that it does not declare. */
@Feature(step = 2)
package fr.vigie.architecture.seeded.high;

import fr.vigie.platform.Feature;
