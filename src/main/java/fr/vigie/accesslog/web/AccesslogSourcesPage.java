package fr.vigie.accesslog.web;

import fr.vigie.accesslog.AccessSource;
import fr.vigie.accesslog.LogSources;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** /accesslog/sources.xhtml: the applications whose logs can be asked. */
@Named
@RequestScoped
public class AccesslogSourcesPage {
  @Inject LogSources sources;

  private List<AccessSource> all;

  public List<AccessSource> getAll() {
    if (all == null) {
      all = sources.all();
    }
    return all;
  }
}
