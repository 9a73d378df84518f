package fr.vigie.platform;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that the database sorted, filtered and cut.
 *
 * @param total rows over all pages
 */
public record Page<T>(List<T> rows, long total) {
  public Page {
    rows = List.copyOf(rows);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<>(rows.stream().<R>map(mapping).toList(), total);
  }

  /**
   * Which rows are wanted.
   *
   * @param first index of the first row, from 0
   * @param size rows a page, 1 to 200
   * @param sort a name the repository knows; others fall back to its default order
   */
  public record Request(int first, int size, String sort, boolean ascending) {
    public static final int MOST = 200;

    public Request {
      first = Math.max(0, first);
      size = Math.max(1, Math.min(MOST, size));
      sort = sort == null ? "" : sort;
    }

    public static Request firstRows(int size) {
      return new Request(0, size, "", false);
    }
  }
}
