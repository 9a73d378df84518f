package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessRun;
import fr.vigie.accesslog.Answering;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;

/**
 * /accesslog/unread.xhtml: lines that no run could read and that may concern whom it looked for.
 */
@Named
@RequestScoped
public class AccesslogUnreadPage {
  private static final int SIZE = 50;

  @Inject @Param String ref;

  @Inject
  @Param(name = "run")
  Long runId;

  @Inject @Param Integer first;

  /** Asks for the lines' own words, which name patients. */
  @Inject @Param String words;

  @Inject Answering answering;

  private AccessRun run;
  private Page<Answering.Unread> lines;

  @PostConstruct
  void open() {
    if (runId == null) {
      throw new NotFoundException("AccessRun", "");
    }
  }

  public AccessRun getRun() {
    if (run == null) {
      run = answering.run(ref, runId);
    }
    return run;
  }

  public Page<Answering.Unread> getLines() {
    if (lines == null) {
      Page.Request request = new Page.Request(getFirst(), SIZE, "", true);
      lines =
          isWorded()
              ? answering.unreadTexts(ref, runId, request)
              : answering.unread(ref, runId, request);
    }
    return lines;
  }

  public boolean isWorded() {
    return words != null;
  }

  public int getFirst() {
    return first == null ? 0 : first;
  }

  public int getSize() {
    return SIZE;
  }

  public String getRef() {
    return ref;
  }

  public Long getRunId() {
    return runId;
  }
}
