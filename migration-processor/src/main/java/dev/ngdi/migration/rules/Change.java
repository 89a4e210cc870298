package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.locks.LockEffect;
import dev.ngdi.migration.schema.locks.Locks;
import dev.ngdi.migration.schema.replay.Step;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/**
 * A statement of a migration with what it meets and what it does.
 *
 * @param before the schema that it meets
 * @param after the schema that it leaves
 * @param problems why PostgreSQL will refuse it; empty if nothing is known against it
 * @param unproven what cannot be known of it, each in a few words
 * @param locks what it locks of what was there before the migration, for the policy's version
 */
public record Change(
    Statement statement,
    Schema before,
    Schema after,
    List<Problem> problems,
    List<String> unproven,
    LockEffect locks) {
  public Change {
    problems = List.copyOf(problems);
    unproven = List.copyOf(unproven);
  }

  static Change of(Step step, Schema start) {
    LockEffect locks =
        Locks.of(step.before(), step.after(), step.statement(), step.before().postgres())
            .onExisting(start);
    return new Change(
        step.statement(), step.before(), step.after(), step.problems(), step.unproven(), locks);
  }
}
