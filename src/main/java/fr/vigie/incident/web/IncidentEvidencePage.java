package fr.vigie.incident.web;

import fr.vigie.incident.Evidence;
import fr.vigie.incident.EvidenceFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.omnifaces.cdi.Param;

/**
 * /incident/evidence.xhtml?ref=…&id=…: gives a piece out, or says why not. Always as a download, of
 * a type that no browser runs.
 */
@Named
@RequestScoped
public class IncidentEvidencePage {
  @Inject Evidence evidence;

  @Inject @Param String ref;
  @Inject @Param Long id;

  public void download() throws IOException {
    Evidence.Opened opened = evidence.open(ref, id);
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    try (InputStream content = opened.content()) {
      EvidenceFile file = opened.file();
      external.setResponseContentType(file.getMediaType());
      external.setResponseHeader("Content-Length", Long.toString(file.getSize()));
      external.setResponseHeader("Content-Disposition", disposition(file.getName()));
      external.setResponseHeader("X-Content-Type-Options", "nosniff");
      external.setResponseHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      content.transferTo(external.getResponseOutputStream());
    }
    faces.responseComplete();
  }

  /** RFC 6266: a plain name for old programs, the true one beside it. */
  static String disposition(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }

  public String getRef() {
    return ref;
  }
}
