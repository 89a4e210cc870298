package dev.ngdi.migration.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase with its defaults, and one changelog in SQL with a change set for each change. */
record LiquibaseTool(List<Change> changes) implements Tool {
  private static final String CHANGELOG = "changelog.sql";
  private static final Logger ROOT = Logger.getLogger("");

  @Override
  public String name() {
    return "Liquibase";
  }

  @Override
  public Deploy prepare(String url, Path directory) throws IOException {
    StringBuilder text = new StringBuilder("--liquibase formatted sql\n");
    for (Change change : changes) {
      text.append("\n--changeset benchmark:").append(change.version()).append(" splitStatements:");
      text.append("false\n").append(change.sql()).append('\n');
    }
    Files.writeString(directory.resolve(CHANGELOG), text);
    System.setProperty("liquibase.analytics.enabled", "false");
    ROOT.setLevel(Level.OFF);
    return () -> {
      long start = System.nanoTime();
      Scope.child(
          Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> update(url, directory));
      long time = System.nanoTime() - start;
      return new Timing(time, time);
    };
  }

  private static void update(String url, Path directory) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Liquibase liquibase =
            new Liquibase(
                CHANGELOG,
                new DirectoryResourceAccessor(directory),
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
      liquibase.setShowSummary(UpdateSummaryEnum.OFF);
      liquibase.update(new Contexts(), new LabelExpression());
    }
  }
}
