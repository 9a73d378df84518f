package fr.vigie.investigation.web;

import fr.vigie.investigation.PersonVerdict.Verdict;
import fr.vigie.investigation.ScopeFile;
import fr.vigie.investigation.SharedPersons;
import fr.vigie.investigation.SharedPersons.Shared;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;

/** A controller's own persons who stand in other lists too; each row carries its link's id. */
@Named
@RequestScoped
public class InvestigationSharedPage {
  private static final int SIZE = 25;

  @Inject @Param String ref;
  @Inject @Param Long involvement;
  @Inject @Param Integer first;
  @Inject SharedPersons shared;
  @Inject ScopeFile file;
  @Inject Messages messages;

  private final Map<Integer, String> shown = new HashMap<>();
  private ScopeFile.Part part;
  private Page<Shared> links;

  @PostConstruct
  void open() {
    if (involvement == null) {
      throw new NotFoundException("Involvement", "");
    }
  }

  public Page<Shared> getLinks() {
    if (links == null) {
      links = shared.page(involvement, new Page.Request(getFirst(), SIZE, "", true));
    }
    return links;
  }

  /** Ids of the links on the page, by their place on it. */
  public Map<Integer, String> getShown() {
    if (shown.isEmpty()) {
      List<Shared> rows = getLinks().rows();
      for (int i = 0; i < rows.size(); i++) {
        shown.put(i, rows.get(i).link().getId().toString());
      }
    }
    return shown;
  }

  /** Key of what a link is taken for. */
  public String state(Shared one) {
    if (one.link().isUndone()) {
      return "shared.undone";
    }
    return one.link().isSure()
        ? "shared.sure"
        : one.link().isSame() ? "shared.agreed" : "shared.check";
  }

  public String same(int place) {
    shared.say(involvement, Long.valueOf(shown.get(place)), Verdict.SAME);
    return done();
  }

  public String two(int place) {
    shared.say(involvement, Long.valueOf(shown.get(place)), Verdict.TWO);
    return done();
  }

  public String takeBack(int place) {
    shared.takeBack(involvement, Long.valueOf(shown.get(place)));
    return done();
  }

  private String done() {
    messages.done("investigation.done.linkSaid");
    return "/investigation/shared.xhtml?faces-redirect=true&ref="
        + ref
        + "&involvement="
        + involvement
        + "&first="
        + getFirst();
  }

  public ScopeFile.Part getPart() {
    if (part == null) {
      part = file.part(involvement);
    }
    return part;
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

  public Long getInvolvement() {
    return involvement;
  }
}
