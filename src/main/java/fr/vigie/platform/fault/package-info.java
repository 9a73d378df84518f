/** Sorting and logging what went wrong, for all doors alike. */
package fr.vigie.platform.fault;
