package dev.ngdi.migration.schema.locks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A statement and what it locks. In the file a line each, columns separated by tabs: id, setup
 * after the common one, statement, versions ({@code 14-18}), locks as {@link Held} writes them, or
 * {@code refused} with an SQLSTATE.
 *
 * @param versions the first and the last major version it is so for
 */
record LockCase(String id, String setup, String statement, Versions versions, String expected) {
  static final String FILE = "cases.tsv";

  record Versions(int first, int last) {
    static Versions of(String text) {
      String[] ends = text.split("-", -1);
      return new Versions(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }

    boolean has(int major) {
      return first <= major && major <= last;
    }

    @Override
    public String toString() {
      return first == last ? String.valueOf(first) : first + "-" + last;
    }
  }

  static List<LockCase> all() {
    List<LockCase> cases = new ArrayList<>();
    for (String line : text(FILE).split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = Arrays.copyOf(line.split("\t", -1), 5);
        cases.add(
            new LockCase(cells[0], cells[1], cells[2], Versions.of(cells[3]), cells[4].strip()));
      }
    }
    return cases;
  }

  /** The cases of one version. */
  static List<LockCase> of(int major) {
    return all().stream().filter(lockCase -> lockCase.versions().has(major)).toList();
  }

  /** What all cases start with. */
  static String commonSetup() {
    return text("setup.sql");
  }

  private static String text(String name) {
    try (var file = LockCase.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean refused() {
    return expected.startsWith("refused");
  }

  /** Whether it cannot run in a transaction block. */
  boolean outsideTransaction() {
    return statement.startsWith("VACUUM")
        || (statement.contains("CONCURRENTLY") && !statement.startsWith("REFRESH"))
        || statement.startsWith("REINDEX SCHEMA")
        || id.startsWith("reindex-partitioned");
  }

  @Override
  public String toString() {
    return id;
  }
}
