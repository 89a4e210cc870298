package dev.ngdi.migration.engine;

import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.util.Optional;

/**
 * An attempt outside a transaction that failed, or of which the end was never recorded, and of
 * which it is known which script it ran.
 *
 * @param status the migration
 * @param attempt the journal's number of the attempt
 * @param statement the last statement begun, from 1; one more than there are if all came to their
 *     end
 * @param script what it ran
 */
public record Unsettled(MigrationStatus status, long attempt, int statement, Sql script) {

  /** The attempt of a migration, if it has such a one; not if its script was edited since. */
  static Optional<Unsettled> of(MigrationStatus status) {
    Optional<AppliedMigration> applied = status.applied().filter(a -> status.isUnsettled());
    Optional<Long> attempt = applied.flatMap(AppliedMigration::attempt);
    Optional<Integer> statement = applied.flatMap(AppliedMigration::statement);
    Optional<Sql> script = applied.flatMap(a -> script(status, a));
    return attempt.isPresent() && statement.isPresent() && script.isPresent()
        ? Optional.of(new Unsettled(status, attempt.get(), statement.get(), script.get()))
        : Optional.empty();
  }

  private static Optional<Sql> script(MigrationStatus status, AppliedMigration applied) {
    if (applied.direction() == Direction.UP) {
      return status
          .declared()
          .filter(m -> applied.sha256().filter(m.sha256()::equals).isPresent())
          .flatMap(m -> m.up());
    }
    WayBack wayBack = status.declared().map(WayBack::of).orElseGet(applied::wayBack);
    return wayBack instanceof WayBack.Script way ? Optional.of(way.sql()) : Optional.empty();
  }

  /** Which way it went. */
  public Direction direction() {
    return status.applied().orElseThrow().direction();
  }

  /**
   * Whether PostgreSQL refused its last statement, or its proof failed; else its end is unknown.
   */
  public boolean failed() {
    return status.state() == MigrationState.FAILED;
  }

  /** The last statement begun; empty if all came to their end. */
  public Optional<StatementSpan> span() {
    return statement <= script.statements().size()
        ? Optional.of(script.statements().get(statement - 1))
        : Optional.empty();
  }

  /** How to go on, as the catalogue shows it; empty if it does not. */
  Optional<Resumption> resumption(Evidence evidence) {
    return switch (evidence.kind()) {
      case DONE -> Optional.of(resumption(evidence, statement + 1));
      case AGAIN -> Optional.of(resumption(evidence, statement));
      case OPEN -> Optional.empty();
    };
  }

  private Resumption resumption(Evidence evidence, int from) {
    int end = script.statements().size() + 1;
    return new Resumption(attempt, Math.min(from, end), evidence.cleanUp(), evidence.sentence());
  }
}
