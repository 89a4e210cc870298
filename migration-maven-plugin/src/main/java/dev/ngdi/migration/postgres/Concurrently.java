package dev.ngdi.migration.postgres;

import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.util.Locale;
import java.util.Optional;

/**
 * What a statement with {@code CONCURRENTLY} waits for besides its own weak lock.
 *
 * @param awaits the lock that it would have to take if it were not concurrent: it waits until
 *     nobody holds one that conflicts with it
 * @param snapshots whether it waits for all older snapshots in the database too
 */
record Concurrently(String awaits, boolean snapshots) {

  /** Empty for a statement that is not concurrent. */
  static Optional<Concurrently> of(Sql sql, StatementSpan span) {
    if (sql.transactional()
        || !sql.textOf(span).toLowerCase(Locale.ROOT).contains("concurrently")) {
      return Optional.empty();
    }
    if (span.summary().startsWith("CREATE INDEX")) {
      return Optional.of(new Concurrently("SHARE", true));
    }
    if (span.summary().startsWith("REINDEX")) {
      return Optional.of(new Concurrently("ACCESS EXCLUSIVE", true));
    }
    return span.summary().startsWith("DROP INDEX") || span.summary().startsWith("ALTER TABLE")
        ? Optional.of(new Concurrently("ACCESS EXCLUSIVE", false))
        : Optional.empty();
  }
}
