package dev.ngdi.migration.postgres;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Digest;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.jdbc.StatementInterceptor;
import org.flywaydb.core.internal.resolver.ResolvedMigrationImpl;
import org.flywaydb.core.internal.resolver.java.JavaMigrationExecutor;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Flyway Core itself, given the migrations of a manifest as its own kind. */
final class FlywayJudge {
  private final Flyway flyway;

  private FlywayJudge(Flyway flyway) {
    this.flyway = flyway;
  }

  static FlywayJudge of(TestDatabase database, Manifest manifest) {
    return of(database, manifest, 10);
  }

  static FlywayJudge of(TestDatabase database, Manifest manifest, int lockRetries) {
    return of(database, manifest, lockRetries, () -> {});
  }

  /**
   * A judge that does something while it holds its lock.
   *
   * @param lockRetries how many seconds it waits for the lock
   */
  static FlywayJudge of(
      TestDatabase database, Manifest manifest, int lockRetries, Runnable whileLocked) {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(database.url(), "postgres", "")
            .defaultSchema("public")
            .locations(new String[0])
            .lockRetryCount(lockRetries)
            .javaMigrations(
                manifest.migrations().stream()
                    .map(m -> new AsJavaMigration(m, whileLocked))
                    .toArray(JavaMigration[]::new));
    // Without this it cannot build an index concurrently.
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return new FlywayJudge(configuration.load());
  }

  /** The versions that it applied. */
  List<String> migrate() {
    return flyway.migrate().migrations.stream().map(m -> m.version).toList();
  }

  /** Fails if it does not accept the history. */
  void validate() {
    flyway.validate();
  }

  /** Lets it put the history in order, as it sees it. */
  void repair() {
    flyway.repair();
  }

  /** What it says of each version, first what has a row, then what has none. */
  List<String> info() {
    return Arrays.stream(flyway.info().all())
        .map(i -> i.getVersion() + " " + i.getState().getDisplayName())
        .toList();
  }

  private record AsJavaMigration(DeclaredMigration migration, Runnable whileLocked)
      implements JavaMigration {
    @Override
    public MigrationVersion getVersion() {
      return MigrationVersion.fromVersion(migration.version());
    }

    @Override
    public String getDescription() {
      return migration.description();
    }

    @Override
    public Integer getChecksum() {
      return Digest.checksum(migration.sha256());
    }

    @Override
    public boolean canExecuteInTransaction() {
      return migration.transactional();
    }

    @Override
    public void migrate(Context context) throws Exception {
      whileLocked.run();
      Sql up = migration.up().orElseThrow();
      try (Statement statement = context.getConnection().createStatement()) {
        for (StatementSpan span : up.statements()) {
          statement.execute(up.textOf(span));
        }
      }
    }

    /** The class that it would be if it had been generated. */
    @Override
    public ResolvedMigration getResolvedMigration(
        Configuration configuration, StatementInterceptor interceptor) {
      return new ResolvedMigrationImpl(
          getVersion(),
          getDescription(),
          migration.className(),
          getChecksum(),
          null,
          getType(),
          migration.className(),
          new JavaMigrationExecutor(this, interceptor));
    }
  }
}
