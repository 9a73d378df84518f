package fr.vigie.declaration.web;

import fr.vigie.declaration.Declaration;
import fr.vigie.declaration.DeclarationFile;
import fr.vigie.declaration.DeclarationFilter;
import fr.vigie.declaration.DeclarationKind;
import fr.vigie.declaration.DeclarationState;
import fr.vigie.platform.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import org.omnifaces.cdi.Param;

/** /declaration/list.xhtml: filters and page stand in the address, so that Back works. */
@Named
@RequestScoped
public class DeclarationListPage {
  private static final int SIZE = 25;

  @Inject DeclarationFile file;
  @Inject @Param String q;
  @Inject @Param String kind;
  @Inject @Param String state;
  @Inject @Param String first;

  private Page<Declaration> page;

  public Page<Declaration> getPage() {
    if (page == null) {
      DeclarationFilter filter =
          new DeclarationFilter(
              q, constant(DeclarationKind.class, kind), constant(DeclarationState.class, state));
      page = file.find(filter, new Page.Request(getFirst(), SIZE, "", false));
    }
    return page;
  }

  /** An unknown word in the address filters nothing. */
  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  public DeclarationKind[] getKinds() {
    return DeclarationKind.values();
  }

  public DeclarationState[] getStates() {
    return DeclarationState.values();
  }

  public boolean isFiltered() {
    return q != null || kind != null || state != null;
  }

  public int getSize() {
    return SIZE;
  }

  public int getFirst() {
    return first != null && first.matches("[0-9]{1,7}") ? Integer.parseInt(first) : 0;
  }

  public String getQ() {
    return q;
  }

  public String getKind() {
    return kind;
  }

  public String getState() {
    return state;
  }
}
