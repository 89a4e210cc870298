package dev.ngdi.migration.schema.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real server locks, rewrites and scans what the table of cases says. */
@Tag("fast")
class LockServerTest {
  static List<Integer> majors() {
    return Servers.majors();
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void theServerDoesWhatTheTableSays(int major) throws SQLException {
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> seen = new LinkedHashMap<>();
    try (LockServer server = new LockServer(major)) {
      for (LockCase lockCase : LockCase.of(major)) {
        expected.put(lockCase.id(), lockCase.expected());
        seen.put(lockCase.id(), server.run(lockCase));
      }
    }
    writeIfAsked(major, seen);
    assertThat(seen).containsExactlyEntriesOf(expected);
  }

  private static void writeIfAsked(int major, Map<String, String> seen) {
    String directory = System.getProperty("locks.write", "");
    if (directory.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    seen.forEach((id, locks) -> lines.add(id + "\t" + locks));
    try {
      Files.write(Path.of(directory, major + ".tsv"), lines);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
