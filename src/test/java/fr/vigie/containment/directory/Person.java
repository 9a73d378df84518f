package fr.vigie.containment.directory;

/**
 * Somebody that a test puts in a directory by the administrator's own way.
 *
 * @param secret what the person signs in with; empty when none is set
 */
public record Person(
    String login, String name, String rpps, String email, String organisation, String secret) {
  public static Person of(String login) {
    return new Person(login, "Camille " + login, "", login + "@camille.example", "", "");
  }

  public Person withRpps(String number) {
    return new Person(login, name, number, email, organisation, secret);
  }

  public Person withEmail(String address) {
    return new Person(login, name, rpps, address, organisation, secret);
  }

  public Person withOrganisation(String where) {
    return new Person(login, name, rpps, email, where, secret);
  }

  public Person withSecret(String chosen) {
    return new Person(login, name, rpps, email, organisation, chosen);
  }
}
