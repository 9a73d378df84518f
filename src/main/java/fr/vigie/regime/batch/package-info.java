/** Doors of {@code regime} for time: the timer that starts reminders. */
package fr.vigie.regime.batch;
