package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

  /**
   * Replays a script, with the session as it is at the start of every migration. What it uses and
   * is taken to have been there from the beginning is in the schema that it starts from.
   */
  public static Course of(Schema start, Script script) {
    Schema schema = start.withUsualSession();
    Course course = run(schema, script);
    Schema met = new Adoption(schema).of(course);
    return met.equals(schema) ? course : run(met, script);
  }

  private static Course run(Schema start, Script script) {
    List<Step> steps = new ArrayList<>();
    Schema schema = start;
    for (Statement statement : script.statements()) {
      Outcome outcome = Replay.apply(schema, statement);
      steps.add(
          new Step(
              statement,
              outcome.before(),
              outcome.after(),
              outcome.problems(),
              outcome.unproven(),
              adopted(schema, outcome),
              outcome.inner()));
      schema = outcome.after();
    }
    return new Course(start, steps);
  }

  /** Of what is refused nothing is adopted: that would make it right. */
  private static List<CatalogObject> adopted(Schema known, Outcome outcome) {
    return outcome.problems().isEmpty()
        ? IntStream.range(known.nextOid(), outcome.before().nextOid())
            .mapToObj(outcome.before()::get)
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }

  /**
   * The schema behind its last statement. A script that makes a table closes the history: what
   * neither it nor a script before it made or used does not exist from then on.
   */
  public Schema end() {
    if (steps.isEmpty()) {
      return start;
    }
    Schema last = steps.get(steps.size() - 1).after().withUsualSession();
    return steps.stream().anyMatch(Course::makesTable) ? last.closed() : last;
  }

  private static boolean makesTable(Step step) {
    return step.statement() instanceof Statement.CreateTable create
        && !create.temporary()
        && step.problems().isEmpty();
  }

  /** Whether nothing in it is unknown or refused. */
  public boolean proven() {
    return steps.stream().allMatch(step -> step.problems().isEmpty() && step.unproven().isEmpty());
  }
}
