package dev.ngdi.migration.benchmarks;

import java.util.Random;

/** What the portal's users do: out of ten, five, two, two and one. */
enum LiveQuery {
  READ,
  READ_DATASET,
  CHECK,
  INSERT;

  static LiveQuery any(Random random) {
    int turn = random.nextInt(10);
    if (turn < 5) {
      return READ;
    }
    if (turn < 7) {
      return READ_DATASET;
    }
    return turn < 9 ? CHECK : INSERT;
  }
}
