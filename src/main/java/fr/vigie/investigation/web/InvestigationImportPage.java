package fr.vigie.investigation.web;

import fr.vigie.accesslog.AccessRun;
import fr.vigie.investigation.ColumnMapping;
import fr.vigie.investigation.DataCategory;
import fr.vigie.investigation.Exposure;
import fr.vigie.investigation.PersonField;
import fr.vigie.investigation.ScopeFile;
import fr.vigie.investigation.ScopeImporting;
import fr.vigie.investigation.ScopeImporting.Options;
import fr.vigie.investigation.ScopeImporting.Preview;
import fr.vigie.investigation.ScopeUpload;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omnifaces.cdi.Param;

/** A list of affected persons: give the file, confirm its columns, read the result. */
@Named
@ViewScoped
public class InvestigationImportPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject @Param String ref;
  @Inject @Param Long involvement;
  @Inject @Param Long upload;
  @Inject ScopeImporting importing;
  @Inject ScopeFile scopeFile;
  @Inject Messages messages;
  @Inject RejectedDownload download;

  private transient Part file;
  private transient ScopeFile.Part part;
  private List<ColumnChoice> columns = new ArrayList<>();
  private List<List<String>> rows = List.of();
  private Exposure exposure;
  private String reason;
  private boolean byLogs;
  private transient AccessRun answered;
  private DataCategory[] categories = {DataCategory.ETAT_CIVIL, DataCategory.COORDONNEES};
  private boolean replace = true;

  @PostConstruct
  void open() {
    if (isWaiting()) {
      Preview preview = importing.preview(upload);
      columns = ColumnChoice.of(preview);
      rows = preview.rows();
      byLogs = getAnswered() != null;
    }
  }

  /** Receives the file. */
  public String receive() throws IOException {
    try (InputStream content = file.getInputStream()) {
      ScopeUpload received = importing.upload(getPart().involvement().getId(), name(file), content);
      return page(received.getId());
    }
  }

  private static String name(Part file) {
    String name = file.getSubmittedFileName() == null ? "" : file.getSubmittedFileName();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** Imports with the confirmed columns. */
  public String run() {
    Map<PersonField, Integer> chosen = new EnumMap<>(PersonField.class);
    for (ColumnChoice column : columns) {
      if (column.getField() != null && chosen.put(column.getField(), column.getIndex()) != null) {
        throw RefusedException.at("column" + column.getIndex(), "investigation.refused.fieldTwice");
      }
    }
    Set<DataCategory> kinds = EnumSet.noneOf(DataCategory.class);
    kinds.addAll(List.of(categories));
    ScopeUpload done =
        importing.run(
            upload,
            new ColumnMapping(chosen),
            new Options(exposure, reason, kinds, replace, byLogs ? getAnswered().getId() : null));
    messages.done("investigation.done.imported", done.getAccepted(), done.getRejected());
    return page(upload);
  }

  public String giveUp() {
    importing.giveUp(upload);
    return page(null);
  }

  /** Sends the rejected lines as a file. */
  public void rejected() throws IOException {
    download.send(importing.rejected(upload));
  }

  private String page(Long uploadId) {
    return "/investigation/import.xhtml?faces-redirect=true&ref="
        + ref
        + "&involvement="
        + involvement
        + (uploadId == null ? "" : "&upload=" + uploadId);
  }

  /** The last answer of the case's access logs; null before there is one. */
  public AccessRun getAnswered() {
    if (answered == null) {
      answered = importing.answered(involvement).orElse(null);
    }
    return answered;
  }

  public boolean isByLogs() {
    return byLogs;
  }

  public void setByLogs(boolean byLogs) {
    this.byLogs = byLogs;
  }

  public ScopeFile.Part getPart() {
    if (part == null) {
      part = scopeFile.part(involvement);
    }
    return part;
  }

  /** The file asked for, among those of this controller. */
  public ScopeUpload getGiven() {
    return getPart().uploads().stream()
        .filter(u -> u.getId().equals(upload))
        .findFirst()
        .orElse(null);
  }

  public boolean isWaiting() {
    return getGiven() != null && getGiven().getState() == ScopeUpload.State.WAITING;
  }

  public boolean isImported() {
    return getGiven() != null && getGiven().getState() == ScopeUpload.State.IMPORTED;
  }

  public List<ColumnChoice> getColumns() {
    return columns;
  }

  public List<List<String>> getRows() {
    return rows;
  }

  /** What a usual column may hold. */
  public List<PersonField> getFields() {
    return Arrays.stream(PersonField.values()).filter(field -> field != PersonField.INS).toList();
  }

  public Exposure[] getExposures() {
    return Exposure.values();
  }

  public DataCategory[] getKinds() {
    return DataCategory.values();
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public Exposure getExposure() {
    return exposure;
  }

  public void setExposure(Exposure exposure) {
    this.exposure = exposure;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public DataCategory[] getCategories() {
    return categories;
  }

  public void setCategories(DataCategory[] categories) {
    this.categories = categories;
  }

  public boolean isReplace() {
    return replace;
  }

  public void setReplace(boolean replace) {
    this.replace = replace;
  }

  public String getRef() {
    return ref;
  }

  public Long getInvolvement() {
    return involvement;
  }
}
