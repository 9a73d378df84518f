/**
 * The port to the directories that hold accounts: what Vigie asks of one, whatever it is. Adapters
 * live beside it ({@code containment.ldap}, {@code containment.keycloak}, {@code containment.scim},
 * {@code containment.manual}). Knows no case and no database.
 */
package fr.vigie.containment.directory;
