/**
 * The scope computed from access logs: which patients, how many, what data, from evidence. Takes
 * logs in, keeps the question that was asked of them, and answers it so that every number opens the
 * lines behind it. Out of scope: who these patients are (investigation).
 */
@Feature(
    step = 5,
    uses = {"containment", "incident", "identity", "reference", "audit"})
package fr.vigie.accesslog;

import fr.vigie.platform.Feature;
