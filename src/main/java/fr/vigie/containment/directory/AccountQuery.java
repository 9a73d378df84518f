package fr.vigie.containment.directory;

/**
 * Marks of a person; an account is found when it bears any of those that are not empty. Whole
 * values, never patterns.
 */
public record AccountQuery(String login, String rpps, String email) {
  public AccountQuery {
    login = text(login);
    rpps = text(rpps);
    email = text(email);
  }

  public static AccountQuery login(String login) {
    return new AccountQuery(login, "", "");
  }

  public boolean isEmpty() {
    return login.isEmpty() && rpps.isEmpty() && email.isEmpty();
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }
}
