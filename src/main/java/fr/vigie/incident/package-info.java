/**
 * The case: report, facts and times, controllers involved with their awareness, numbers and
 * severity, journal, tasks, measures, evidence, progress and closing. Out of scope: legal clocks
 * (regime), accounts (containment), affected persons (investigation), filings (declaration),
 * letters (notification); they tell the case how far they are through {@code Workstream}.
 */
@Feature(
    step = 3,
    uses = {"identity", "reference", "audit"})
package fr.vigie.incident;

import fr.vigie.platform.Feature;
