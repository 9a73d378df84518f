/**
 * Accounts in LDAP directories (RFC 4511): OpenLDAP and Active Directory, each by its own dialect.
 * Connections are encrypted unless the server is this very machine. LDAP knows no session of a
 * person, so none is counted or ended here.
 */
package fr.vigie.containment.ldap;
