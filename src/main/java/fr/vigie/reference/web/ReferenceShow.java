package fr.vigie.reference.web;

import fr.vigie.platform.Texts;
import fr.vigie.platform.web.LayoutBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;

/** How days and periods of validity are written. */
@Named
@RequestScoped
public class ReferenceShow {
  @Inject LayoutBean layout;

  public String day(LocalDate day) {
    return texts().day(day);
  }

  /** "since …", "until …", "from … to …", or nothing when neither is known. */
  public String period(LocalDate from, LocalDate to) {
    if (from == null && to == null) {
      return "";
    }
    if (to == null) {
      return texts().text("reference.period.since", from);
    }
    return from == null
        ? texts().text("reference.period.until", to)
        : texts().text("reference.period.between", from, to);
  }

  private Texts texts() {
    return Texts.in(layout.getLocale());
  }
}
