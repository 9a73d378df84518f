/** Pages of the declarations and of the register. */
package fr.vigie.declaration.web;
