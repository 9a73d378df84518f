/**
 * Keycloak by its administration interface and its token endpoint (documented for 26): users,
 * sessions, offline tokens. The connector is a client with a service account whose only role is
 * {@code realm-management: manage-users}; {@code view-events} shows changes of accounts too.
 */
package fr.vigie.containment.keycloak;
