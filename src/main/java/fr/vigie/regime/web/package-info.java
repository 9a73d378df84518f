/** Doors of {@code regime} for people: page beans. */
package fr.vigie.regime.web;
