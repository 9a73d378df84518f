/**
 * Technical ground that knows no feature: stereotypes, permissions, the current act and its caller,
 * refusals, paging. Out of scope: who a user is (identity), what is written down (audit).
 */
@Feature(step = 0)
package fr.vigie.platform;
