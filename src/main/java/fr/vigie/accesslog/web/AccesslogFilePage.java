package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessFile;
import fr.vigie.accesslog.LogFiles;
import fr.vigie.accesslog.format.LogField;
import fr.vigie.accesslog.format.LogGuess;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.platform.Page;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.Show;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;

/** /accesslog/file.xhtml: one log: its shape to confirm, then what was read and what was not. */
@Named
@ViewScoped
public class AccesslogFilePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIZE = 50;

  @Inject @Param String ref;
  @Inject @Param Long id;
  @Inject @Param Integer first;

  /** Shows the shape again of a file that was read. */
  @Inject @Param String again;

  /** Asks for the rejected lines' own words, which may name patients. */
  @Inject @Param String words;

  @Inject LogFiles files;
  @Inject Messages messages;
  @Inject Show show;

  private transient AccessFile file;
  private transient Map<String, Long> reasons;
  private transient Page<LogFiles.Shown> rejected;
  private ShapeForm form;
  private String unreadable;

  @PostConstruct
  void open() {
    if (isConfirming()) {
      try {
        LogGuess guess = files.preview(ref, id);
        form = ShapeForm.of(guess);
      } catch (RefusedException notALog) {
        unreadable = show.text(notALog.key(), notALog.arguments().toArray());
      }
    }
  }

  public AccessFile getFile() {
    if (file == null) {
      file = files.get(ref, id);
    }
    return file;
  }

  public boolean isConfirming() {
    return getFile().getState() == AccessFile.State.RECEIVED
        || getFile().getState() == AccessFile.State.FAILED
        || again != null && getFile().getState() == AccessFile.State.READ;
  }

  public String confirm() {
    files.confirm(ref, id, form.shape());
    messages.done("accesslog.done.confirmed", getFile().getEvidence().getName());
    return address("file") + "&id=" + id;
  }

  public String setAside() {
    files.setAside(ref, id);
    messages.done("accesslog.done.setAside", getFile().getEvidence().getName());
    return address("logs");
  }

  public String takeBack() {
    files.takeBack(ref, id);
    messages.done("accesslog.done.takenBack", getFile().getEvidence().getName());
    return address("file") + "&id=" + id;
  }

  private String address(String page) {
    return "/accesslog/" + page + ".xhtml?faces-redirect=true&ref=" + ref;
  }

  public Map<String, Long> getReasons() {
    if (reasons == null) {
      reasons = files.reasons(ref, id);
    }
    return reasons;
  }

  public boolean isWorded() {
    return words != null;
  }

  public Page<LogFiles.Shown> getRejected() {
    if (rejected == null) {
      rejected = files.rejected(ref, id, new Page.Request(getFirst(), SIZE, "", true));
    }
    return rejected;
  }

  /** Of a column of the first lines: its own, or the field that was understood. */
  public String heading(int index) {
    LogField field = form.understood(index);
    return field == null ? form.heading(index) : show.text("accesslog.field." + field);
  }

  /** A cell of the first lines as it stands in the file, or what was understood, in words. */
  public String cell(int index, String text) {
    LogField field = form.understood(index);
    if (field == null || text.isEmpty()) {
      return text;
    }
    return switch (field) {
      case TIME -> show.instant(Instant.parse(text), getZone());
      case RESULT -> show.text("accesslog.outcome." + text);
      case ACTION -> text + " (" + show.text("accesslog.action." + form.meaning(text)) + ")";
      default -> text;
    };
  }

  public ShapeForm getForm() {
    return form;
  }

  /** Why it is no log that Vigie reads, in words; null when it is. */
  public String getUnreadable() {
    return unreadable;
  }

  public ZoneId getZone() {
    return getFile().getIncident().zone();
  }

  public LogField[] getFields() {
    return LogField.values();
  }

  public List<String> getCharsets() {
    return LogShape.CHARSETS;
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

  public Long getId() {
    return id;
  }
}
