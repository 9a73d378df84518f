/** Declarations by REST: the same acts as on the pages. */
package fr.vigie.declaration.rest;
