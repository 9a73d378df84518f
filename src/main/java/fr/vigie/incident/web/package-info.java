/** Doors of {@code incident} for people: the beans behind its pages and case tabs. */
package fr.vigie.incident.web;
