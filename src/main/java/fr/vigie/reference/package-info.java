/**
 * Who is who: regions and territories, ARS, GRADeS, establishments and other organisations, the
 * services they share and each one's role in them. Out of scope: users (identity).
 */
@Feature(step = 1)
package fr.vigie.reference;

import fr.vigie.platform.Feature;
