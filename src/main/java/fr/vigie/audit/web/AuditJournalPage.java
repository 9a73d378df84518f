package fr.vigie.audit.web;

import fr.vigie.audit.AuditEntry;
import fr.vigie.audit.AuditRepository;
import fr.vigie.audit.Auditing;
import fr.vigie.platform.Page;
import fr.vigie.platform.web.TableState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** /audit/journal.xhtml: reading the trail, and proving it. */
@Named
@RequestScoped
public class AuditJournalPage {
  @Inject Auditing auditing;

  private final TableState table = new TableState();
  private String actor;
  private String act;
  private String subject;
  private Page<AuditEntry> page;
  private Auditing.Verification verification;

  /** Reads the whole chain; the result is shown below the button. */
  public void verify() {
    verification = auditing.verify();
  }

  public Page<AuditEntry> getPage() {
    if (page == null) {
      page = auditing.find(new AuditRepository.Filter(actor, subject, act), table.request());
    }
    return page;
  }

  public Auditing.Verification getVerification() {
    return verification;
  }

  /** The first broken link, or null. */
  public Auditing.BrokenLink getBroken() {
    return verification == null ? null : verification.broken().orElse(null);
  }

  /** The facts of a line as they were written; empty when there are none. */
  public String facts(AuditEntry line) {
    return "{}".equals(line.getFacts()) ? "" : line.getFacts();
  }

  public TableState getTable() {
    return table;
  }

  public String getActor() {
    return actor;
  }

  public void setActor(String actor) {
    this.actor = actor;
  }

  public String getAct() {
    return act;
  }

  public void setAct(String act) {
    this.act = act;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }
}
