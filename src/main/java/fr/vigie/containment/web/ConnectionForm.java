package fr.vigie.containment.web;

import fr.vigie.containment.ConnectionData;
import fr.vigie.containment.DirectoryConnection;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryKind;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** What a person types of a connection; the secret is never shown again. */
public class ConnectionForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, String> typed = new HashMap<>();

  /** The attributes that are usual for a kind. */
  void usual(DirectoryKind kind) {
    names(AttributeNames.usual(kind));
  }

  void show(DirectoryConnection connection) {
    ConnectionData data = connection.data();
    typed.put("name", data.name());
    typed.put("address", data.address());
    typed.put("base", data.base());
    typed.put("connectorLogin", data.connectorLogin());
    typed.put("trust", data.trust());
    typed.put("signInClient", data.signInClient());
    typed.put("contact", data.contact());
    names(data.names());
  }

  private void names(AttributeNames names) {
    typed.put("loginAttribute", names.login());
    typed.put("nameAttribute", names.name());
    typed.put("rppsAttribute", names.rpps());
    typed.put("emailAttribute", names.email());
    typed.put("organisationAttribute", names.organisation());
  }

  ConnectionData data() {
    return new ConnectionData(
        typed.get("name"),
        typed.get("address"),
        typed.get("base"),
        typed.get("connectorLogin"),
        typed.get("trust"),
        new AttributeNames(
            text("loginAttribute"),
            text("nameAttribute"),
            text("rppsAttribute"),
            text("emailAttribute"),
            text("organisationAttribute")),
        typed.get("signInClient"),
        typed.get("contact"));
  }

  private String text(String name) {
    String value = typed.get(name);
    return value == null ? "" : value.strip();
  }

  String secret() {
    return text("secret");
  }

  public Map<String, String> getTyped() {
    return typed;
  }
}
