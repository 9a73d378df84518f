/** Doors of {@code audit} for programs: the REST resources. */
package fr.vigie.audit.rest;
