package fr.vigie.containment;

import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.EncryptedText;
import fr.vigie.platform.persistence.KeyRing;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.Region;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How Vigie reaches a directory of a region, or of one organisation there: address, connector's
 * account, names of attributes; for a directory that no machine reaches, whom to call. The
 * connector's secret is sealed, and is never given back to anybody.
 */
@Entity
@Table(name = "directory_connection")
public class DirectoryConnection extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "region_code")
  private Region region;

  /** Whose accounts it holds; null: the region's own, or several organisations'. */
  @ManyToOne
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  private String name;

  @Enumerated(EnumType.STRING)
  private DirectoryKind kind;

  private String address;
  private String base;

  @Column(name = "connector_login")
  private String connectorLogin;

  @Column(name = "secret")
  private String sealedSecret;

  private String trust;

  @Column(name = "login_attribute")
  private String loginAttribute;

  @Column(name = "name_attribute")
  private String nameAttribute;

  @Column(name = "rpps_attribute")
  private String rppsAttribute;

  @Column(name = "email_attribute")
  private String emailAttribute;

  @Column(name = "organisation_attribute")
  private String organisationAttribute;

  @Column(name = "sign_in_client")
  private String signInClient;

  private String contact;

  private boolean active = true;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "check_fault")
  private DirectoryFault.Kind checkFault;

  /** What the last test said it can do, by name; empty: never tested. */
  private String abilities = "";

  protected DirectoryConnection() {}

  DirectoryConnection(Region region, Organisation organisation, DirectoryKind kind) {
    this.region = region;
    this.organisation = organisation;
    this.kind = kind;
  }

  /**
   * Says how it is reached. A new address or other trusted certificates ask for the secret again,
   * so that nobody sends a secret they do not know to a server of their own.
   *
   * @param secret as typed; empty keeps the one that is sealed
   */
  void describe(ConnectionData data, String secret, KeyRing ring) {
    data.check(kind);
    boolean elsewhere =
        address != null && (!address.equals(data.address()) || !trust.equals(data.trust()));
    if (secret.isEmpty() && kind != DirectoryKind.MANUAL && (sealedSecret == null || elsewhere)) {
      throw RefusedException.at("secret", "containment.refused.secretAgain");
    }
    name = data.name();
    address = data.address();
    base = data.base();
    connectorLogin = data.connectorLogin();
    trust = data.trust();
    loginAttribute = data.names().login();
    nameAttribute = data.names().name();
    rppsAttribute = data.names().rpps();
    emailAttribute = data.names().email();
    organisationAttribute = data.names().organisation();
    signInClient = data.signInClient();
    contact = data.contact();
    if (!secret.isEmpty()) {
      sealedSecret = ring.encrypt(secret, context()).envelope();
    }
    checkedAt = null;
    checkFault = null;
    abilities = "";
  }

  /** What it takes to connect; in memory only. */
  DirectoryAccess access(KeyRing ring, Duration patience) {
    String secret =
        sealedSecret == null ? "" : ring.decrypt(new EncryptedText(sealedSecret), context());
    return new DirectoryAccess(
        kind,
        URI.create(address),
        base,
        connectorLogin,
        secret,
        trust,
        names(),
        signInClient,
        patience);
  }

  private String context() {
    return "directory_connection.secret/" + getId();
  }

  /** What a test saw. */
  void checked(Set<DirectoryAbility> can, Instant at) {
    abilities = can.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    checkFault = null;
    checkedAt = at;
  }

  /** A test failed; what it could do when last tested is kept. */
  void failed(DirectoryFault.Kind fault, Instant at) {
    checkFault = fault;
    checkedAt = at;
  }

  /** What a machine can do here. */
  public Set<DirectoryAbility> abilities() {
    if (abilities.isEmpty()) {
      return DirectoryAbility.usual(kind);
    }
    return Arrays.stream(abilities.split(" "))
        .map(DirectoryAbility::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DirectoryAbility.class)));
  }

  void setActive(boolean used) {
    active = used;
  }

  public AttributeNames names() {
    return new AttributeNames(
        loginAttribute, nameAttribute, rppsAttribute, emailAttribute, organisationAttribute);
  }

  /** As it was described, without the secret. */
  public ConnectionData data() {
    return new ConnectionData(
        name, address, base, connectorLogin, trust, names(), signInClient, contact);
  }

  public boolean isManual() {
    return kind == DirectoryKind.MANUAL;
  }

  public Region getRegion() {
    return region;
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public String getName() {
    return name;
  }

  public DirectoryKind getKind() {
    return kind;
  }

  public String getAddress() {
    return address;
  }

  /** Who is called, with number and hours. */
  public String getContact() {
    return contact;
  }

  public boolean isActive() {
    return active;
  }

  public Instant getCheckedAt() {
    return checkedAt;
  }

  public DirectoryFault.Kind getCheckFault() {
    return checkFault;
  }
}
