/** Seeded faults. */
@Feature(step = 0)
package fr.vigie.architecture.seeded.ground;

import fr.vigie.platform.Feature;
