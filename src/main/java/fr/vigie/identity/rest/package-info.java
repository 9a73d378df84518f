/** Doors of {@code identity} for programs: the REST resources. */
package fr.vigie.identity.rest;
