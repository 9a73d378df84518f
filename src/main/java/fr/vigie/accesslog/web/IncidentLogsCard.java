package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessFile;
import fr.vigie.accesslog.AccessRun;
import fr.vigie.accesslog.Answering;
import fr.vigie.accesslog.Asking;
import fr.vigie.accesslog.LogFiles;
import fr.vigie.identity.CurrentCaller;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.web.Show;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** What the scope tab of a case says of its logs, to who sees the whole of the case. */
@Named
@RequestScoped
public class IncidentLogsCard {
  @Inject @Param String ref;
  @Inject LogFiles files;
  @Inject Asking asking;
  @Inject Answering answering;
  @Inject Show show;
  @Inject CurrentCaller caller;

  private List<AccessFile> list;
  private String since;

  public boolean isShown() {
    return caller.get().may(Permission.ACCESSLOG_READ) && getFiles() != null;
  }

  /** Null when the caller sees only a part of the case. */
  public List<AccessFile> getFiles() {
    if (list == null) {
      try {
        list = files.list(ref);
      } catch (NotFoundException partOnly) {
        return null;
      }
    }
    return list;
  }

  public long getRead() {
    return getFiles().stream().filter(f -> f.getState() == AccessFile.State.READ).count();
  }

  /** The last run that was answered; null before. */
  public AccessRun getAnswered() {
    return asking.runs(ref).stream().filter(AccessRun::isDone).findFirst().orElse(null);
  }

  /** What was read since the last answer; empty when nothing was. */
  public String getSince() {
    if (since == null) {
      AccessRun answered = getAnswered();
      since =
          answered == null
              ? ""
              : LogNews.since(answering.newer(ref, answered.getId()).since(), show);
    }
    return since;
  }

  public String getRef() {
    return ref;
  }
}
