package fr.vigie.investigation;

import io.hypersistence.tsid.TSID;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Reads a file some lines at a time: while one lot is written, the next one is hashed and sealed on
 * the other cores. Reading and writing stay on the thread of the transaction.
 */
final class LineReading {
  private static final int LOT = 1_000;

  private LineReading() {}

  /** A line and the id of the row that it may become. */
  private record Numbered(CsvShape.Row row, long id) {}

  /** Makes what is written of a line, under that id. */
  interface Making {
    SealedLine of(CsvShape.Row row, long id);
  }

  /**
   * Ids are drawn in the order of the lines: drawn in several threads, rows are inserted beside
   * each other's places, and pages stay a third full.
   *
   * @param make needs no database
   * @param write gets the lines in their order
   */
  static void each(CsvShape.Rows rows, Making make, Consumer<SealedLine> write) {
    CompletableFuture<List<SealedLine>> ahead = CompletableFuture.completedFuture(List.of());
    while (rows.hasNext()) {
      List<Numbered> lot = lot(rows);
      CompletableFuture<List<SealedLine>> next =
          CompletableFuture.supplyAsync(
              () -> lot.parallelStream().map(one -> make.of(one.row(), one.id())).toList());
      ahead.join().forEach(write);
      ahead = next;
    }
    ahead.join().forEach(write);
  }

  private static List<Numbered> lot(CsvShape.Rows rows) {
    List<Numbered> lot = new ArrayList<>(LOT);
    while (lot.size() < LOT && rows.hasNext()) {
      lot.add(new Numbered(rows.next(), TSID.Factory.getTsid().toLong()));
    }
    return lot;
  }
}
