/**
 * SCIM 2.0 (RFC 7643, RFC 7644) with a bearer token. SCIM knows no session and no sign-in: what it
 * says of an account is all that it can prove.
 */
package fr.vigie.containment.scim;
