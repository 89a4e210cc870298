package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/**
 * A statement with the schema that it meets and the one that it leaves.
 *
 * @param problems as in {@link Outcome}
 * @param unproven as in {@link Outcome}
 * @param adopted what it uses and is taken to have been there without any statement that made it
 * @param inner as in {@link Outcome}
 */
public record Step(
    Statement statement,
    Schema before,
    Schema after,
    List<Problem> problems,
    List<String> unproven,
    List<CatalogObject> adopted,
    Inner inner) {
  public Step {
    problems = List.copyOf(problems);
    unproven = List.copyOf(unproven);
    adopted = List.copyOf(adopted);
  }
}
