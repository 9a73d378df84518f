package fr.vigie.containment.web;

import fr.vigie.containment.AccountStep;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The file that a person chose in the page, as the use case wants it. */
final class UploadedProof {
  private UploadedProof() {}

  static AccountStep.Proof of(Part part) {
    if (part == null || part.getSize() == 0) {
      return null;
    }
    try {
      return new AccountStep.Proof(part.getSubmittedFileName(), part.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
