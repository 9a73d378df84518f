/**
 * Reading access logs: from the bytes of a file to accesses, each with its place, in bounded
 * memory. Knows neither cases nor a database. What a log says is hostile until read: entities are
 * off, sizes are bounded, a line that is not understood is rejected with its reason.
 */
package fr.vigie.accesslog.format;
