package fr.vigie.containment.web;

import fr.vigie.containment.BlockingRun;
import fr.vigie.containment.BulkBlocking;
import fr.vigie.incident.CaseFile;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The part of the accounts tab about blocks in bulk: a new list, and the runs of the case. */
@Named
@RequestScoped
public class BlockingRuns {
  private static final int MOST_BYTES = 1 << 20;

  @Inject @Param String ref;
  @Inject BulkBlocking bulk;
  @Inject CaseFile cases;
  @Inject Messages messages;

  private List<BlockingRun> runs;
  private String list;
  private Part file;

  public List<BlockingRun> getRuns() {
    if (runs == null) {
      runs = bulk.runs(ref);
    }
    return runs;
  }

  public ZoneId getZone() {
    return cases.get(ref).zone();
  }

  /** The pasted lines, or the file. */
  public String prepare() throws IOException {
    boolean sent = file != null && file.getSize() > 0;
    if (sent && list != null && !list.isBlank()) {
      throw RefusedException.at("list", "containment.refused.listTwo");
    }
    BlockingRun run = sent ? bulk.prepareFile(ref, content()) : bulk.prepare(ref, list);
    messages.done("containment.run.done.prepared");
    return "/containment/run.xhtml?faces-redirect=true&id=" + run.getId();
  }

  /** No more than can be read; what is longer is refused where it is read. */
  private byte[] content() throws IOException {
    try (InputStream in = file.getInputStream()) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  public String getList() {
    return list;
  }

  public void setList(String list) {
    this.list = list;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
