package fr.vigie.platform.rest;

import fr.vigie.platform.Page;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * {@code ?first=0&size=50&sort=-name}: which rows of a list, for {@code @BeanParam}. A hyphen
 * before the name sorts downwards.
 */
public class Paging {
  @QueryParam("first")
  @DefaultValue("0")
  int first;

  @QueryParam("size")
  @DefaultValue("50")
  int size;

  @QueryParam("sort")
  @DefaultValue("")
  String sort;

  public Page.Request request() {
    boolean downwards = sort.startsWith("-");
    return new Page.Request(first, size, downwards ? sort.substring(1) : sort, !downwards);
  }

  /** A page as the API tells it. */
  public <T> PageView<T> view(Page<T> page) {
    return new PageView<>(page.rows(), page.total(), request().first(), request().size());
  }
}
