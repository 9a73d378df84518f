package fr.vigie.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One running call of a use case: who, with which permission, on which rows, about what. Use cases
 * add the subject and facts that the audit line will carry; never a patient's name.
 */
public final class Act {
  private final String name;
  private final Caller caller;
  private final Permission permission;
  private final Origin origin;
  private final Map<String, String> facts = new LinkedHashMap<>();
  private String subjectType = "";
  private String subject = "";
  private String region = "";

  public Act(String name, Caller caller, Permission permission) {
    this(name, caller, permission, Origin.UNKNOWN);
  }

  public Act(String name, Caller caller, Permission permission, Origin origin) {
    this.name = name;
    this.caller = caller;
    this.permission = permission;
    this.origin = origin;
  }

  /** Says what the act is about, e.g. {@code about("incident", "NOR-2025-0007", "28")}. */
  public Act about(String type, Object reference, String regionCode) {
    this.subjectType = type;
    this.subject = String.valueOf(reference);
    this.region = regionCode == null ? "" : regionCode;
    return this;
  }

  /** Adds a fact to the audit line: codes, counts, instants; never nominative data. */
  public Act fact(String key, Object value) {
    facts.put(key, String.valueOf(value));
    return this;
  }

  /** Class and method, e.g. {@code Qualification.qualify}. */
  public String name() {
    return name;
  }

  public Caller caller() {
    return caller;
  }

  /** From where it was called, as far as that is known. */
  public Origin origin() {
    return origin;
  }

  public Permission permission() {
    return permission;
  }

  /** Whether the act changes something, and does not only read. */
  public boolean isChanging() {
    return permission.kind() == Permission.Kind.WRITE;
  }

  /** Rows on which this act may work. */
  public RowScope scope() {
    return caller.scope(permission);
  }

  public String subjectType() {
    return subjectType;
  }

  public String subject() {
    return subject;
  }

  public String region() {
    return region;
  }

  public Map<String, String> facts() {
    return Map.copyOf(facts);
  }
}
