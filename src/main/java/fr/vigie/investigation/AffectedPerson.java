package fr.vigie.investigation;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.Set;

/**
 * One row of a controller's list: sealed content, exposure and situation in clear. Written and
 * marked in batches by {@link PersonRepository}; never changed once its version is frozen.
 */
@Entity
@Table(name = "affected_person")
public class AffectedPerson extends Persistent {
  private static final long serialVersionUID = 1L;

  @Column(name = "scope_version_id")
  private Long scopeVersionId;

  @Column(name = "upload_id")
  private Long uploadId;

  @Column(name = "line_number")
  private long lineNumber;

  @Enumerated(EnumType.STRING)
  private Exposure exposure;

  private boolean minor;

  @Column(name = "protected_adult")
  private boolean protectedAdult;

  private boolean deceased;

  @Column(name = "in_secrecy")
  private boolean inSecrecy;

  @Column(name = "has_email")
  private boolean withEmail;

  @Column(name = "has_phone")
  private boolean withPhone;

  @Column(name = "has_address")
  private boolean withAddress;

  private boolean duplicate;
  private boolean candidate;

  @Column(name = "data_categories")
  private String dataCategories;

  @Column(name = "person_key")
  private String personKey;

  @Column(name = "identity_hash")
  private String identityHash;

  private byte[] content;

  protected AffectedPerson() {}

  /** For tests without a list. */
  AffectedPerson(String personKey) {
    this.personKey = personKey;
  }

  /** Binds the content to its row: swapped contents do not open. */
  static String context(long id) {
    return "affected_person/" + id;
  }

  PersonIdentity identity(ListSeal seal) {
    return PersonIdentity.fromJson(seal.open(content, context(getId())));
  }

  public Set<Situation> getSituations() {
    Set<Situation> situations = EnumSet.noneOf(Situation.class);
    if (minor) {
      situations.add(Situation.MINOR);
    }
    if (protectedAdult) {
      situations.add(Situation.PROTECTED);
    }
    if (deceased) {
      situations.add(Situation.DECEASED);
    }
    if (inSecrecy) {
      situations.add(Situation.SECRECY);
    }
    return situations;
  }

  public Set<DataCategory> getCategories() {
    return DataCategory.parse(dataCategories).orElse(Set.of());
  }

  /** The file that it came in. */
  public Long getUploadId() {
    return uploadId;
  }

  public long getLineNumber() {
    return lineNumber;
  }

  public Exposure getExposure() {
    return exposure;
  }

  public boolean isWithEmail() {
    return withEmail;
  }

  public boolean isWithPhone() {
    return withPhone;
  }

  public boolean isWithAddress() {
    return withAddress;
  }

  /** Another row of the list is surely the same person: no second message (BR-09). */
  public boolean isDuplicate() {
    return duplicate;
  }

  /** Another row may be the same person: a human looks, nothing is merged. */
  public boolean isCandidate() {
    return candidate;
  }

  /** Names and birth date; null without a full one. */
  String identityHash() {
    return identityHash;
  }

  public String getPersonKey() {
    return personKey;
  }

  public Long getScopeVersionId() {
    return scopeVersionId;
  }
}
