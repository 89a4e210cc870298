package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Schema;
import java.util.List;

/**
 * What a statement does to a schema.
 *
 * @param before the schema that it meets, with what must have been there for it to run
 * @param after the schema behind it; where PostgreSQL would refuse it, the best guess of what its
 *     author meant, so that later statements are judged sensibly
 * @param problems why PostgreSQL will refuse it; empty if nothing is known against it
 * @param unproven what cannot be known of it, each in a few words
 * @param inner what it runs in turn
 */
public record Outcome(
    Schema before, Schema after, List<Problem> problems, List<String> unproven, Inner inner) {
  public Outcome {
    problems = List.copyOf(problems);
    unproven = List.copyOf(unproven);
  }
}
