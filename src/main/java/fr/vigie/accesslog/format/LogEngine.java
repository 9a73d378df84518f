package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A SQL engine that holds the rows of logs which outgrow one machine. All that is asked of one is
 * to answer a {@link TableQuery}; what the rows mean is decided here, as for lines of a file.
 */
public interface LogEngine {
  /** Where no engine is set, a log that is a table is refused. */
  LogEngine NONE =
      (query, waiting, row) -> {
        throw RefusedException.at("file", "accesslog.refused.noEngine");
      };

  /**
   * Asks, and hands each row on as it comes, its cells as texts, null where there is nothing.
   *
   * @param waiting called each second in which nothing comes; what it throws ends the question
   * @return the names of the columns
   * @throws RefusedException when there is no engine, the table is none that may be read, or the
   *     engine does not answer
   */
  List<String> ask(TableQuery query, Runnable waiting, Consumer<String[]> row);

  /** Gives up after some seconds without a row: somebody waits for a page. */
  static Runnable patience(int seconds) {
    int[] left = {seconds};
    return () -> {
      if (left[0]-- == 0) {
        throw new RefusedException("accesslog.problem.engine");
      }
    };
  }
}
