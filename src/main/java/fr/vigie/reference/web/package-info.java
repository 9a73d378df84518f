/** Pages of the reference data. */
package fr.vigie.reference.web;
