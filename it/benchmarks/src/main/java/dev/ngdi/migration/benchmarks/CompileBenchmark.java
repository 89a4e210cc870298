package dev.ngdi.migration.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What checking costs a compilation, in CPU time of the whole process: all migrations of a module,
 * and one of them recompiled; each beside the same compilation without the processor.
 */
final class CompileBenchmark {
  private static final int ROUNDS = 5;

  private CompileBenchmark() {}

  /** Takes the numbers of migrations to measure with; 1,000, 2,000, 5,000 and 10,000 by default. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Integer> sizes =
        arguments.length == 0
            ? List.of(1_000, 2_000, 5_000, 10_000)
            : Stream.of(arguments).map(Integer::valueOf).toList();
    System.out.println(
        "CPU time in ms, medians of %d rounds of one run; JVM start included".formatted(ROUNDS));
    System.out.println(
        "| migrations | compiled | without | with | more | ratio | more for each 1,000 |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int size : sizes) {
      measure(size);
    }
  }

  private static void measure(int size) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("benchmark");
    try {
      Path sources = directory.resolve("src");
      List<Path> files = MigrationSources.write(sources, size);
      row(size, "all", directory, sources, files, false);
      row(size, "one", directory, sources, List.of(files.get(size - 1)), true);
    } finally {
      Directories.delete(directory);
    }
  }

  private static void row(
      int size, String what, Path directory, Path sources, List<Path> files, boolean again)
      throws IOException, InterruptedException {
    List<Long> without = new ArrayList<>();
    List<Long> with = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      without.add(compile(directory.resolve("plain"), sources, files, false, again));
      with.add(compile(directory.resolve("checked"), sources, files, true, again));
    }
    long plain = median(without);
    long checked = median(with);
    System.out.println(
        "| %,d | %s | %,d | %,d | %,d | %.2f | %,d |"
            .formatted(
                size,
                what,
                plain,
                checked,
                checked - plain,
                (double) checked / plain,
                (checked - plain) * 1_000 / size));
  }

  private static long compile(
      Path output, Path sources, List<Path> files, boolean checked, boolean again)
      throws IOException, InterruptedException {
    if (!again) {
      Directories.delete(output);
    }
    return Javac.compile(output, sources, files, checked);
  }

  private static long median(List<Long> values) {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
