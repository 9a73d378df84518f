/**
 * Who a person is and what they may do: users, roles tied to rows, sign-in, API tokens, and the
 * interceptor that guards every use case and writes its audit line. Out of scope: the trail itself
 * (audit), regions and organisations (reference).
 */
@Feature(
    step = 2,
    uses = {"reference", "audit"})
package fr.vigie.identity;

import fr.vigie.platform.Feature;
