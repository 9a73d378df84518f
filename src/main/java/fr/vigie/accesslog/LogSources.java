package fr.vigie.accesslog;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.reference.Organisation;
import jakarta.inject.Inject;
import java.util.List;

/** The applications whose access logs can be asked, and whose patients their numbers name. */
@UseCase
public class LogSources {
  @Inject SourceRepository sources;
  @Inject Acts acts;

  /** A source with the domains of its patient numbers. */
  public record Described(AccessSource source, List<AccessDomain> domains) {}

  @Requires(Permission.ACCESSLOG_READ)
  public List<AccessSource> all() {
    return sources.all();
  }

  @Requires(Permission.ACCESSLOG_READ)
  public Described get(Long id) {
    AccessSource source = sources.get(id);
    return new Described(source, sources.domains(source));
  }

  /** Organisations that may run an application, or be the controller of a domain. */
  @Requires(Permission.ACCESSLOG_READ)
  public List<Organisation> organisations() {
    return sources.organisations();
  }

  /**
   * @throws RefusedException naming the field that is wrong
   */
  @Requires(Permission.ACCESSLOG_ACT)
  public AccessSource add(Long organisationId, SourceData data) {
    AccessSource source = new AccessSource(organisation("organisation", organisationId));
    source.describe(data);
    named(source);
    sources.add(source);
    return done(source);
  }

  /**
   * Changes what is known of a source; files that were read keep the clock they were read by until
   * their shape is confirmed again.
   *
   * @param seen the source as it was read
   */
  @Requires(Permission.ACCESSLOG_ACT)
  public AccessSource change(Long id, String seen, SourceData data) {
    AccessSource source = sources.get(id);
    source.mustBeAsSeen(seen);
    source.describe(data);
    named(source);
    sources.flush();
    return done(source);
  }

  /**
   * Says whose patients a domain names.
   *
   * @param patients how many the application can reach; null is not known
   */
  @Requires(Permission.ACCESSLOG_ACT)
  public AccessDomain addDomain(Long sourceId, String name, Long organisationId, Long patients) {
    AccessSource source = sources.get(sourceId);
    AccessDomain domain =
        new AccessDomain(source, name, organisation("controller", organisationId), patients);
    boolean taken =
        sources.domains(source).stream().anyMatch(d -> d.getName().equals(domain.getName()));
    if (taken) {
      throw RefusedException.at("domain", "accesslog.refused.domainTaken");
    }
    sources.add(domain);
    done(source);
    return domain;
  }

  @Requires(Permission.ACCESSLOG_ACT)
  public AccessSource removeDomain(Long domainId) {
    AccessDomain domain = sources.domain(domainId);
    AccessSource source = domain.getSource();
    sources.remove(domain);
    return done(source);
  }

  private Organisation organisation(String field, Long id) {
    return sources.organisations().stream()
        .filter(one -> one.getId().equals(id))
        .findFirst()
        .orElseThrow(() -> RefusedException.at(field, "accesslog.refused.organisation"));
  }

  private void named(AccessSource source) {
    boolean taken =
        sources.all().stream()
            .filter(other -> !other.equals(source))
            .filter(other -> other.getOrganisation().equals(source.getOrganisation()))
            .anyMatch(other -> other.getName().equalsIgnoreCase(source.getName()));
    if (taken) {
      throw RefusedException.at("name", "accesslog.refused.nameTaken");
    }
  }

  private AccessSource done(AccessSource source) {
    acts.current()
        .about("accessSource", source.getId(), source.getOrganisation().getRegion().getCode());
    return source;
  }
}
