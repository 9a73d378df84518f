package fr.vigie.identity;

import static fr.vigie.platform.Permission.*;

import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The roles of domain.md §5.3: a set of permissions, and the kind of rows they hold on. */
public enum Role {
  /** Déclarant établissement. */
  ESTABLISHMENT_REPORTER(
      Rows.ORGANISATION,
      REFERENCE_READ,
      DESK_READ,
      INCIDENT_READ,
      INCIDENT_REPORT,
      INCIDENT_COMMENT,
      JOURNAL_WRITE,
      EVIDENCE_ADD,
      TASK_WORK,
      REGIME_READ,
      CONTAINMENT_READ,
      CONTAINMENT_ACCOUNTS,
      SCOPE_READ,
      DECLARATION_READ,
      DECLARATION_DRAFTS,
      DECLARATION_EXPORT,
      NOTIFICATION_READ),
  /** Analyste GRADeS: all technical acts in the region. */
  REGIONAL_ANALYST(
      Rows.REGION,
      REFERENCE_READ,
      REFERENCE_EDIT,
      DESK_READ,
      PARAMETER_READ,
      INCIDENT_READ,
      INCIDENT_REPORT,
      INCIDENT_EDIT,
      INCIDENT_COMMENT,
      JOURNAL_WRITE,
      EVIDENCE_ADD,
      EVIDENCE_READ,
      TASK_WORK,
      AWARENESS_PROPOSE,
      SEVERITY_SCORE,
      REGIME_READ,
      CONTAINMENT_READ,
      CONTAINMENT_ACCOUNTS,
      CONTAINMENT_ACT,
      DIRECTORY_READ,
      ACCESSLOG_READ,
      ACCESSLOG_ACT,
      ACCESSLOG_LINES,
      SCOPE_READ,
      SCOPE_IMPORT,
      SCOPE_FREEZE_PROPOSE,
      DECLARATION_READ,
      DECLARATION_DRAFTS,
      DECLARATION_EXPORT,
      DECLARATION_PREPARE,
      NOTIFICATION_READ,
      NOTIFICATION_PROOFS,
      NOTIFICATION_PREPARE),
  /** RSSI régional: qualifies, approves containment, freezes the scope. */
  REGIONAL_CISO(
      Rows.REGION,
      DECISIONS_READ,
      USER_GRANT_APPROVE,
      REFERENCE_READ,
      REFERENCE_EDIT,
      DESK_READ,
      PARAMETER_READ,
      PARAMETER_EDIT,
      LAW_APPROVE,
      INCIDENT_READ,
      INCIDENT_REPORT,
      INCIDENT_EDIT,
      INCIDENT_QUALIFY,
      INCIDENT_COMMENT,
      JOURNAL_WRITE,
      INCIDENT_RESTRICT,
      EVIDENCE_ADD,
      EVIDENCE_READ,
      TASK_WORK,
      AWARENESS_PROPOSE,
      SEVERITY_SCORE,
      REGIME_READ,
      REGIME_DECIDE,
      REGIME_DECIDE_SECURITY,
      CONTAINMENT_READ,
      CONTAINMENT_ACCOUNTS,
      CONTAINMENT_ACT,
      CONTAINMENT_APPROVE,
      DIRECTORY_READ,
      DIRECTORY_EDIT,
      ACCESSLOG_READ,
      ACCESSLOG_ACT,
      ACCESSLOG_LINES,
      SCOPE_READ,
      SCOPE_IMPORT,
      SCOPE_FREEZE_PROPOSE,
      SCOPE_FREEZE_APPROVE,
      DECLARATION_READ,
      DECLARATION_DRAFTS,
      DECLARATION_EXPORT,
      DECLARATION_PREPARE,
      NOTIFICATION_READ,
      NOTIFICATION_PROOFS,
      NOTIFICATION_PREPARE),
  /** DPO of a controller: awareness, risk, CNIL filing, letters, and the nominative list. */
  CONTROLLER_DPO(
      Rows.ORGANISATION,
      DECISIONS_READ,
      REFERENCE_READ,
      DESK_READ,
      PARAMETER_READ,
      INCIDENT_READ,
      INCIDENT_REPORT,
      INCIDENT_COMMENT,
      JOURNAL_WRITE,
      EVIDENCE_ADD,
      EVIDENCE_READ,
      TASK_WORK,
      AWARENESS_PROPOSE,
      AWARENESS_APPROVE,
      SEVERITY_SCORE,
      RISK_DECIDE,
      REGIME_READ,
      REGIME_DECIDE,
      REGIME_DECIDE_PRIVACY,
      CONTAINMENT_READ,
      CONTAINMENT_ACCOUNTS,
      SCOPE_READ,
      SCOPE_FREEZE_PROPOSE,
      SCOPE_FREEZE_APPROVE,
      PERSONS_READ,
      DECLARATION_READ,
      DECLARATION_DRAFTS,
      DECLARATION_EXPORT,
      DECLARATION_PREPARE,
      DECLARATION_SIGN,
      NOTIFICATION_READ,
      NOTIFICATION_PROOFS,
      NOTIFICATION_PREPARE,
      NOTIFICATION_APPROVE,
      NOTIFICATION_SEND),
  /** Directeur: signs and closes for the own entity. */
  DIRECTOR(
      Rows.ORGANISATION,
      DECISIONS_READ,
      USER_GRANT_APPROVE,
      REFERENCE_READ,
      DESK_READ,
      INCIDENT_READ,
      INCIDENT_REPORT,
      INCIDENT_COMMENT,
      JOURNAL_WRITE,
      EVIDENCE_ADD,
      EVIDENCE_READ,
      INCIDENT_CLOSE,
      TASK_WORK,
      AWARENESS_APPROVE,
      RISK_DECIDE,
      REGIME_READ,
      REGIME_DECIDE,
      REGIME_DECIDE_SECURITY,
      CONTAINMENT_READ,
      CONTAINMENT_ACCOUNTS,
      CONTAINMENT_APPROVE,
      SCOPE_READ,
      DECLARATION_READ,
      DECLARATION_DRAFTS,
      DECLARATION_EXPORT,
      DECLARATION_SIGN,
      NOTIFICATION_READ,
      NOTIFICATION_PROOFS,
      NOTIFICATION_APPROVE,
      NOTIFICATION_SEND),
  /**
   * ARS: the region, without nominative lists nor any row about a person; of declarations, what was
   * sent.
   */
  ARS(
      Rows.REGION,
      REFERENCE_READ,
      DESK_READ,
      INCIDENT_READ,
      INCIDENT_COMMENT,
      REGIME_READ,
      CONTAINMENT_READ,
      SCOPE_READ,
      DECLARATION_READ,
      NOTIFICATION_READ),
  /** Coordinateur national: aggregates over all regions, never a row about a person. */
  NATIONAL_COORDINATOR(Rows.EVERYWHERE, REFERENCE_READ, NATIONAL_READ, CAMPAIGN_LINK),
  /** CNIL, ANS: transmitted reports only. */
  AUTHORITY(Rows.NOTHING),
  /** Auditeur: the trail. */
  AUDITOR(Rows.EVERYWHERE, AUDIT_READ, AUDIT_VERIFY),
  /** Administrateur technique: accounts and parameters, no business data. */
  TECHNICAL_ADMIN(
      Rows.EVERYWHERE,
      DECISIONS_READ,
      USER_ADMIN,
      USER_GRANT_APPROVE,
      REFERENCE_READ,
      REFERENCE_EDIT,
      DIRECTORY_READ,
      DIRECTORY_EDIT,
      PARAMETER_READ,
      PARAMETER_EDIT,
      LAW_PROPOSE,
      LAW_APPROVE);

  /** What a grant of the role must name. */
  public enum Rows {
    ORGANISATION,
    REGION,
    EVERYWHERE,
    NOTHING
  }

  /**
   * A role with one of these is given by two people: they read cases (who gives rights reads no
   * business data, nor through an account of theirs), administer, or audit.
   */
  private static final Set<Permission> SENSITIVE =
      EnumSet.of(INCIDENT_READ, USER_ADMIN, USER_GRANT_APPROVE, LAW_APPROVE, AUDIT_READ);

  private final Rows rows;
  private final Set<Permission> permissions;

  Role(Rows rows, Permission... permissions) {
    this.rows = rows;
    this.permissions = EnumSet.noneOf(Permission.class);
    this.permissions.addAll(Set.of(permissions));
  }

  public Rows rows() {
    return rows;
  }

  public Set<Permission> permissions() {
    return Set.copyOf(permissions);
  }

  /** Whether a second person must approve that somebody gets this role. */
  public boolean isSensitive() {
    return permissions.stream().anyMatch(SENSITIVE::contains);
  }

  /** The roles that hold a permission. */
  public static List<Role> holding(Permission permission) {
    return Arrays.stream(values()).filter(role -> role.permissions.contains(permission)).toList();
  }

  RowScope scope(String regionCode, Long organisationId) {
    return switch (rows) {
      case ORGANISATION ->
          organisationId == null ? RowScope.NONE : RowScope.organisation(organisationId);
      case REGION -> regionCode == null ? RowScope.NONE : RowScope.region(regionCode);
      case EVERYWHERE -> RowScope.EVERYWHERE;
      case NOTHING -> RowScope.NONE;
    };
  }
}
