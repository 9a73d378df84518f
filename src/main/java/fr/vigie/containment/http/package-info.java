/**
 * HTTP as directories speak it: one connection that belongs to one link, bounded answers, no
 * redirect followed, and every way of failing told as a {@link
 * fr.vigie.containment.directory.DirectoryFault}. Used by the Keycloak and the SCIM adapter.
 */
package fr.vigie.containment.http;
