package fr.vigie.platform.web;

import fr.vigie.platform.Page;

/**
 * Where the reader of a list is, kept in the address: {@code first} and {@code sort}, the latter
 * with a hyphen before it for descending. Nonsense reads as the beginning of the list.
 */
public class TableState {
  private static final int ROWS = 25;

  private String from;
  private String sort;

  public Page.Request request() {
    String name = sort == null ? "" : sort;
    boolean descending = name.startsWith("-");
    return new Page.Request(getFirst(), ROWS, descending ? name.substring(1) : name, !descending);
  }

  public int getFirst() {
    try {
      return from == null ? 0 : Math.max(0, Integer.parseInt(from));
    } catch (NumberFormatException nonsense) {
      return 0;
    }
  }

  public int getSize() {
    return ROWS;
  }

  /** What the header of a column asks for when it is followed. */
  public String towards(String column) {
    return column.equals(sort) ? "-" + column : column;
  }

  /** {@code ascending}, {@code descending} or {@code none}, for the header of a column. */
  public String order(String column) {
    if (column.equals(sort)) {
      return "ascending";
    }
    return ("-" + column).equals(sort) ? "descending" : "none";
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getSort() {
    return sort;
  }

  public void setSort(String sort) {
    this.sort = sort;
  }
}
