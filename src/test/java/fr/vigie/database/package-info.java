/**
 * Repositories and use cases on the real database, without a server: nodes, their transactions, and
 * what they send.
 */
package fr.vigie.database;
