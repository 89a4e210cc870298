package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/**
 * A statement with the schema that it meets and the one that it leaves.
 *
 * @param problems as in {@link Outcome}
 * @param unproven as in {@link Outcome}
 */
public record Step(
    Statement statement,
    Schema before,
    Schema after,
    List<Problem> problems,
    List<String> unproven) {
  public Step {
    problems = List.copyOf(problems);
    unproven = List.copyOf(unproven);
  }
}
