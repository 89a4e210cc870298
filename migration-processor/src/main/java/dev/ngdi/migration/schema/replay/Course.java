package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A script replayed from a schema on.
 *
 * @param start the schema before its first statement
 * @param steps its statements in order
 */
public record Course(Schema start, List<Step> steps) {
  public Course {
    steps = List.copyOf(steps);
  }

  /** Replays a script, with the session as it is at the start of every migration. */
  public static Course of(Schema start, Script script) {
    Schema fresh = start.withUsualSearchPath();
    List<Step> steps = new ArrayList<>();
    Schema schema = fresh;
    for (Statement statement : script.statements()) {
      Outcome outcome = Replay.apply(schema, statement);
      steps.add(
          new Step(
              statement,
              outcome.before(),
              outcome.after(),
              outcome.problems(),
              outcome.unproven()));
      schema = outcome.after();
    }
    return new Course(fresh, steps);
  }

  /** The schema behind its last statement. */
  public Schema end() {
    return steps.isEmpty() ? start : steps.get(steps.size() - 1).after().withUsualSearchPath();
  }

  /** Whether nothing in it is unknown or refused. */
  public boolean proven() {
    return steps.stream().allMatch(step -> step.problems().isEmpty() && step.unproven().isEmpty());
  }
}
