package fr.vigie.containment;

import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One request to a directory about an account and its answer, kept as they were, without secrets.
 * Append only. Looks that see what was seen before keep none.
 */
@Entity
@Table(name = "blocking_exchange")
public class BlockingExchange extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "account_id")
  private CompromisedAccount account;

  @Column(name = "asked_at")
  private Instant at;

  private String request;
  private String answer;

  protected BlockingExchange() {}

  BlockingExchange(CompromisedAccount account, DirectoryExchange said) {
    this.account = account;
    this.at = said.at();
    this.request = said.request();
    this.answer = said.answer();
  }

  public CompromisedAccount getAccount() {
    return account;
  }

  public Instant getAt() {
    return at;
  }

  public String getRequest() {
    return request;
  }

  public String getAnswer() {
    return answer;
  }
}
