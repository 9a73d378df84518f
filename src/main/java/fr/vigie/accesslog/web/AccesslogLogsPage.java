package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessFile;
import fr.vigie.accesslog.AccessRun;
import fr.vigie.accesslog.AccessSource;
import fr.vigie.accesslog.Asking;
import fr.vigie.accesslog.LogFiles;
import fr.vigie.accesslog.LogSources;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Incident;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.Show;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import org.omnifaces.cdi.Param;

/** /accesslog/logs.xhtml: the access logs of a case and the runs over them. */
@Named
@RequestScoped
public class AccesslogLogsPage {
  @Inject @Param String ref;
  @Inject LogFiles files;
  @Inject LogSources sources;
  @Inject Asking asking;
  @Inject CaseFile cases;
  @Inject Messages messages;
  @Inject Show show;

  private Incident incident;
  private List<AccessFile> list;
  private List<AccessRun> runs;
  private Long source;
  private Part file;

  public Incident getIncident() {
    if (incident == null) {
      incident = cases.get(ref);
    }
    return incident;
  }

  public ZoneId getZone() {
    return getIncident().zone();
  }

  public List<AccessFile> getFiles() {
    if (list == null) {
      list = files.list(ref);
    }
    return list;
  }

  public List<AccessRun> getRuns() {
    if (runs == null) {
      runs = asking.runs(ref);
    }
    return runs;
  }

  /** At least one log was read. */
  public boolean isAskable() {
    return getFiles().stream().anyMatch(f -> f.getState() == AccessFile.State.READ);
  }

  public boolean isMoving() {
    return getFiles().stream().anyMatch(f -> f.getState() == AccessFile.State.READING);
  }

  /** Changes whenever a file does, so that the page is shown anew. */
  public String getStates() {
    StringBuilder states = new StringBuilder();
    getFiles().forEach(f -> states.append(f.getState().name().charAt(0)));
    return states.toString();
  }

  public List<AccessSource> getSources() {
    return sources.all();
  }

  public String shape(AccessFile one) {
    return switch (one.getState()) {
      case RECEIVED -> "open";
      case READING -> "progress";
      case READ -> "done";
      case FAILED -> "failed";
      case SET_ASIDE -> "none";
    };
  }

  public String receive() throws IOException {
    if (file == null) {
      throw RefusedException.at("file", "accesslog.refused.fileMissing");
    }
    List<AccessFile> before = getFiles();
    try (InputStream content = file.getInputStream()) {
      AccessFile received =
          files.receive(ref, source, String.valueOf(file.getSubmittedFileName()), content);
      if (before.contains(received)) {
        String state = show.text("accesslog.file.state." + received.getState());
        messages.done("accesslog.done.known", state);
      } else {
        messages.done("accesslog.done.received", received.getEvidence().getName());
      }
      return "/accesslog/file.xhtml?faces-redirect=true&ref=" + ref + "&id=" + received.getId();
    }
  }

  public String getRef() {
    return ref;
  }

  public Long getSource() {
    return source;
  }

  public void setSource(Long source) {
    this.source = source;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
