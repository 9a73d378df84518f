/** The injected clock, what people type as a time, and how times are shown. */
package fr.vigie.platform.time;
