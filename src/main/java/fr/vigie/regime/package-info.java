/**
 * Legal clocks: the regimes as versioned data, what applies to whom, deadlines with the history of
 * every move, reminders to the people in charge. Out of scope: the filings themselves
 * (declaration), the letters to persons (notification), who became aware when (incident).
 */
@Feature(
    step = 4,
    uses = {"incident", "identity", "reference", "audit"})
package fr.vigie.regime;

import fr.vigie.platform.Feature;
