package fr.vigie.containment.directory;

/**
 * How a directory names what Vigie looks for; empty when it has no such attribute.
 *
 * @param login what the holder types to sign in
 * @param organisation what says where the holder works
 */
public record AttributeNames(
    String login, String name, String rpps, String email, String organisation) {
  /** What is usual for a kind of directory. */
  public static AttributeNames usual(DirectoryKind kind) {
    return switch (kind) {
      case OPENLDAP -> new AttributeNames("uid", "cn", "employeeNumber", "mail", "o");
      case ACTIVE_DIRECTORY ->
          new AttributeNames(
              "sAMAccountName", "displayName", "employeeNumber", "mail", "department");
      case SCIM ->
          new AttributeNames(
              "userName",
              "displayName",
              "externalId",
              "emails.value",
              "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization");
      case KEYCLOAK -> new AttributeNames("username", "", "rpps", "email", "organisation");
      case MANUAL -> new AttributeNames("", "", "", "", "");
    };
  }
}
