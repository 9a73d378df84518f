package fr.vigie.incident;

import fr.vigie.identity.Role;
import fr.vigie.platform.RefusedException;

/**
 * Who is to do a task: a person, an organisation, whoever holds a role, or nobody yet. Written
 * {@code user:1}, {@code organisation:1}, {@code role:REGIONAL_CISO} or the empty text.
 */
public record TaskOwner(Long userId, Long organisationId, Role role) {
  public static final TaskOwner NOBODY = new TaskOwner(null, null, null);

  public static TaskOwner user(Long id) {
    return new TaskOwner(id, null, null);
  }

  public static TaskOwner organisation(Long id) {
    return new TaskOwner(null, id, null);
  }

  public static TaskOwner role(Role role) {
    return new TaskOwner(null, null, role);
  }

  /**
   * Reads the written form.
   *
   * @throws RefusedException at the field {@code owner} when it is not one
   */
  public static TaskOwner parse(String written) {
    if (written == null || written.isBlank()) {
      return NOBODY;
    }
    int colon = written.indexOf(':');
    String value = written.substring(colon + 1);
    try {
      return switch (written.substring(0, Math.max(0, colon))) {
        case "user" -> user(Long.valueOf(value));
        case "organisation" -> organisation(Long.valueOf(value));
        case "role" -> role(Role.valueOf(value));
        default -> throw RefusedException.at("owner", "incident.refused.unknownOwner");
      };
    } catch (IllegalArgumentException malformed) {
      throw RefusedException.at("owner", "incident.refused.unknownOwner");
    }
  }

  public String written() {
    if (userId != null) {
      return "user:" + userId;
    }
    if (organisationId != null) {
      return "organisation:" + organisationId;
    }
    return role == null ? "" : "role:" + role;
  }
}
