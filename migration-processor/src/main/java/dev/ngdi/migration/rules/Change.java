package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.locks.LockEffect;
import dev.ngdi.migration.schema.locks.Locks;
import dev.ngdi.migration.schema.replay.Outcome;
import dev.ngdi.migration.schema.replay.Replay;
import dev.ngdi.migration.schema.replay.Step;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement of a migration with what it meets and what it does. Two are equal if they are the
 * same statement: of one place, and of one run of the replay.
 *
 * @param before the schema that it meets
 * @param after the schema that it leaves
 * @param problems why PostgreSQL will refuse it; empty if nothing is known against it
 * @param unproven what cannot be known of it, each in a few words
 * @param altered the table that an {@code ALTER TABLE} changes, as the statement meets it; only if
 *     the migration did not make it, so that it can have rows and users
 * @param locks what it locks of what was there before the migration, for the policy's version
 * @param inner the statements that it runs in turn, as far as they are known: those of a {@code DO}
 *     block, or of a routine that it calls
 */
public record Change(
    Statement statement,
    Schema before,
    Schema after,
    List<Problem> problems,
    List<String> unproven,
    Optional<Table> altered,
    LockEffect locks,
    List<Change> inner) {
  public Change {
    problems = List.copyOf(problems);
    unproven = List.copyOf(unproven);
    inner = List.copyOf(inner);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Change change
        && before.equals(change.before)
        && statement.source().equals(change.statement.source());
  }

  @Override
  public int hashCode() {
    return before.hashCode();
  }

  static Change of(Step step, Schema start) {
    LockEffect locks = Locks.of(step, step.before().postgres()).onExisting(start);
    return new Change(
        step.statement(),
        step.before(),
        step.after(),
        step.problems(),
        step.unproven(),
        altered(step, start),
        locks,
        step.inner().steps().stream().map(inner -> of(inner, start)).toList());
  }

  /**
   * It and the statements that it runs in turn, which then do and lock all for it; of what
   * PostgreSQL will refuse only itself. Changes of rows with variables in them are left out: they
   * mean something else where the variables are not.
   */
  Stream<Change> unfolded() {
    if (inner.isEmpty() || !problems.isEmpty()) {
      return Stream.of(this);
    }
    Change outer =
        new Change(
            statement, before, before, problems, unproven, altered, LockEffect.NONE, List.of());
    return Stream.concat(Stream.of(outer), inner.stream().filter(Change::standsAlone));
  }

  private boolean standsAlone() {
    if (!(statement instanceof Statement.ChangeRows)) {
      return true;
    }
    Outcome alone = Replay.apply(before, statement);
    return alone.problems().isEmpty() && alone.unproven().isEmpty();
  }

  private static Optional<Table> altered(Step step, Schema start) {
    return step.statement() instanceof Statement.AlterTable alter
        ? step.before()
            .relation(alter.table())
            .found()
            .filter(relation -> relation.oid() < start.nextOid())
            .filter(Table.class::isInstance)
            .map(Table.class::cast)
        : Optional.empty();
  }
}
