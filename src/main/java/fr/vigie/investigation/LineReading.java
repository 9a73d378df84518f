package fr.vigie.investigation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a file some lines at a time: while one lot is written, the next one is hashed and sealed on
 * the other cores. Reading and writing stay on the thread of the transaction.
 */
final class LineReading {
  private static final int LOT = 1_000;

  private LineReading() {}

  /**
   * @param make needs no database
   * @param write gets the lines in their order
   */
  static void each(
      CsvShape.Rows rows, Function<CsvShape.Row, SealedLine> make, Consumer<SealedLine> write) {
    CompletableFuture<List<SealedLine>> ahead = CompletableFuture.completedFuture(List.of());
    while (rows.hasNext()) {
      List<CsvShape.Row> lot = lot(rows);
      CompletableFuture<List<SealedLine>> next =
          CompletableFuture.supplyAsync(() -> lot.parallelStream().map(make).toList());
      ahead.join().forEach(write);
      ahead = next;
    }
    ahead.join().forEach(write);
  }

  private static List<CsvShape.Row> lot(CsvShape.Rows rows) {
    List<CsvShape.Row> lot = new ArrayList<>(LOT);
    while (lot.size() < LOT && rows.hasNext()) {
      lot.add(rows.next());
    }
    return lot;
  }
}
