/** Common ground of the REST resources: the application, problems, paging. */
package fr.vigie.platform.rest;
