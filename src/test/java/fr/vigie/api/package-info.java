/** The description of the REST API, made from its classes. */
package fr.vigie.api;
