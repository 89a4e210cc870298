package dev.ngdi.migration.postgres;

import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import dev.ngdi.migration.sql.TokenText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a statement with {@code CONCURRENTLY} waits for besides its own weak lock.
 *
 * @param awaits the lock that it would have to take if it were not concurrent: it waits until
 *     nobody holds one that conflicts with it
 * @param snapshots whether it waits for all older snapshots in the database too
 */
record Concurrently(String awaits, boolean snapshots) {
  private static final Pattern WORD =
      Pattern.compile("\\bconcurrently\\b", Pattern.CASE_INSENSITIVE);

  /** Whether a statement says so itself, not in a string or a comment. */
  static boolean is(String sql) {
    return WORD.matcher(sql).find() && TokenText.of(sql).outermost().contains("concurrently");
  }

  /** Empty for a statement that is not concurrent. */
  static Optional<Concurrently> of(Sql sql, StatementSpan span) {
    if (sql.transactional() || !is(sql.textOf(span))) {
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
