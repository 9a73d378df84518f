package fr.vigie.investigation.web;

import fr.vigie.investigation.ListExport;
import fr.vigie.investigation.OneTimePhrase;
import fr.vigie.investigation.ScopeErasure;
import fr.vigie.investigation.ScopeFile;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.web.LayoutBean;
import fr.vigie.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Taking a frozen list out, sealed; the phrase lives as long as the page, and nowhere else. */
@Named
@ViewScoped
public class InvestigationExportPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject @Param String ref;
  @Inject @Param Long involvement;
  @Inject ListExport exporting;
  @Inject ScopeFile file;
  @Inject ScopeErasure erasure;
  @Inject Messages messages;
  @Inject LayoutBean layout;

  private transient ListExport.State state;
  private transient ScopeFile.Part part;
  private String passphrase;
  private String reason;
  private String recipient;
  private String pem;
  private boolean used;

  @PostConstruct
  void open() {
    if (involvement == null) {
      throw new NotFoundException("Involvement", "");
    }
    passphrase = getState().certificate() == null ? OneTimePhrase.made() : "";
  }

  public ListExport.State getState() {
    if (state == null) {
      state = exporting.state(involvement);
    }
    return state;
  }

  public String register() {
    exporting.register(involvement, pem);
    messages.done("investigation.done.certificate");
    return "/investigation/export.xhtml?faces-redirect=true&ref="
        + ref
        + "&involvement="
        + involvement;
  }

  /** Sends the sealed list; once, as the phrase that the page shows is for one list. */
  public void take() throws IOException {
    if (used) {
      throw new RefusedException("investigation.refused.phraseUsed");
    }
    ListExport.Taken taken =
        exporting.take(
            involvement, new ListExport.Wish(reason, recipient, passphrase, layout.getLocale()));
    used = !passphrase.isEmpty();
    try (InputStream sealed = Files.newInputStream(taken.sealed())) {
      Faces.sendFile(sealed, taken.fileName(), true);
    } finally {
      Files.deleteIfExists(taken.sealed());
    }
  }

  /** For good; once the case is over. */
  public String erase() {
    erasure.erase(involvement);
    messages.done("investigation.done.erased");
    return "/incident/detail.xhtml?faces-redirect=true&tab=scope&ref="
        + ref
        + "&involvement="
        + involvement;
  }

  /** The recipient's command. */
  public String getCommand() {
    String with =
        getState().certificate() == null
            ? "-pwri_password …"
            : "-inkey cle.pem -recip certificat.pem";
    return "openssl cms -decrypt -binary -inform DER -in liste.csv.p7m -out liste.csv " + with;
  }

  public ScopeFile.Part getPart() {
    if (part == null) {
      part = file.part(involvement);
    }
    return part;
  }

  public String getPassphrase() {
    return passphrase;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getRecipient() {
    return recipient;
  }

  public void setRecipient(String recipient) {
    this.recipient = recipient;
  }

  public String getPem() {
    return pem;
  }

  public void setPem(String pem) {
    this.pem = pem;
  }

  public String getRef() {
    return ref;
  }

  public Long getInvolvement() {
    return involvement;
  }
}
