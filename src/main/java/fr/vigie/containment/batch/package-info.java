/** What a node does by itself for accounts: the actions that are due and the looks. */
package fr.vigie.containment.batch;
