/** Doors of {@code reference} for programs: the REST resources. */
package fr.vigie.reference.rest;
