/** Doors of {@code incident} for programs: the REST resources. */
package fr.vigie.incident.rest;
