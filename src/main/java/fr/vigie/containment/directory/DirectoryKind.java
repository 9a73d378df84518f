package fr.vigie.containment.directory;

/** What a directory is, and so which adapter speaks to it. */
public enum DirectoryKind {
  /** LDAP v3 with the password policy overlay (draft-behera-ldap-password-policy-10). */
  OPENLDAP,
  /** LDAP v3 as Active Directory speaks it (MS-ADTS): {@code userAccountControl}. */
  ACTIVE_DIRECTORY,
  /** SCIM 2.0 (RFC 7643, RFC 7644). */
  SCIM,
  /** Keycloak's administration interface: users, sessions, offline tokens. */
  KEYCLOAK,
  /** No machine to speak to: a person is called, acts, and gives a proof. */
  MANUAL
}
