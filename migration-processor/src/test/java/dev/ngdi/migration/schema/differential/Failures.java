package dev.ngdi.migration.schema.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The failures of a run, the first of each sort made small. */
final class Failures {
  private final Map<String, Integer> sorts = new TreeMap<>();
  private final List<String> texts = new ArrayList<>();

  /** Counts a failure; whether it is the first of its sort. */
  synchronized boolean isNew(Failure failure) {
    return sorts.merge(failure.sort(), 1, Integer::sum) == 1;
  }

  synchronized int count() {
    return texts.size();
  }

  /** Shrinks a failure and keeps it, as a case that can be copied into the fixed ones. */
  void add(
      long seed,
      Failure failure,
      List<String> statements,
      Function<List<String>, Optional<Failure>> run) {
    List<String> small =
        Shrinking.of(
            statements, s -> run.apply(s).filter(f -> f.sort().equals(failure.sort())).isPresent());
    String text = run.apply(small).orElse(failure).text();
    keep(
        "-- seed "
            + seed
            + ": "
            + failure.sort()
            + "\n"
            + small.stream().map(s -> s + ";\n").collect(Collectors.joining())
            + text.lines().map(l -> "--   " + l + "\n").collect(Collectors.joining()));
  }

  private synchronized void keep(String text) {
    texts.add(text);
  }

  @Override
  public synchronized String toString() {
    return "\n" + String.join("\n", texts) + "\n" + sorts;
  }
}
