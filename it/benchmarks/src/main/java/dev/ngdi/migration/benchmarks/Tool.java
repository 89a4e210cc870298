package dev.ngdi.migration.benchmarks;

import java.nio.file.Path;

/** What deploys to a database. */
interface Tool {
  String name();

  /**
   * Applies everything that it was given.
   *
   * @param url the database
   * @param directory an empty directory, for what is written before the clock starts
   */
  Deploy prepare(String url, Path directory) throws Exception;

  /** A deploy that is ready to begin. */
  @FunctionalInterface
  interface Deploy {
    /** Runs it to its end. */
    Timing run() throws Exception;
  }

  /**
   * How long it took.
   *
   * @param whole with connecting and all that comes before the first change and after the last, in
   *     ns
   * @param loop from the beginning of the first change to the end of the last one, in ns; as {@code
   *     whole} where it cannot be told
   */
  record Timing(long whole, long loop) {}
}
