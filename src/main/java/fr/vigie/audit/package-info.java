/**
 * The audit trail: one line per act, chained by hashes, written in the act's own transaction.
 * Offers reading, filtering and verification. Out of scope: deciding what is an act (identity's
 * interceptor), the case's own journal (incident).
 */
@Feature(step = 1)
package fr.vigie.audit;

import fr.vigie.platform.Feature;
