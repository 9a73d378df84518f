/** Doors of {@code regime} for programs: the REST resources. */
package fr.vigie.regime.rest;
