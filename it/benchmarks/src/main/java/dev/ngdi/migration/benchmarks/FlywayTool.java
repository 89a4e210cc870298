package dev.ngdi.migration.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Flyway Core with its defaults, and a file for each change. */
record FlywayTool(List<Change> changes) implements Tool {

  @Override
  public String name() {
    return "Flyway Core";
  }

  /** A table of its own and a baseline, so that it may come after somebody else. */
  @Override
  public Deploy prepare(String url, Path directory) throws IOException {
    for (Change change : changes) {
      Files.writeString(
          directory.resolve("V" + change.version() + "__" + change.name() + ".sql"), change.sql());
    }
    return () -> {
      long start = System.nanoTime();
      Flyway.configure()
          .dataSource(url, null, null)
          .table("flyway_history")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .locations("filesystem:" + directory)
          .load()
          .migrate();
      long time = System.nanoTime() - start;
      return new Timing(time, time);
    };
  }
}
