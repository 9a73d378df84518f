/** Entities' common ground, converters, encryption: the only place that reads the keys. */
package fr.vigie.platform.persistence;
