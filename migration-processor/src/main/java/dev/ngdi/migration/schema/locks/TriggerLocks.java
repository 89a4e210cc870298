package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.BlockStep;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** What a change of rows does through the triggers that run for the statement, rows or none. */
final class TriggerLocks {
  private final Taken taken;

  TriggerLocks(Taken taken) {
    this.taken = taken;
  }

  /**
   * Materialized views that are refreshed with every change.
   *
   * @param event {@code INSERT}, {@code UPDATE} or {@code DELETE}
   */
  void fire(int table, String event) {
    taken.before().of(table, Trigger.class).stream()
        .filter(trigger -> !trigger.definition().forEachRow() && isOn(trigger))
        .filter(trigger -> trigger.definition().events().contains(event))
        .filter(trigger -> trigger.ofColumns().isEmpty() && trigger.when().isEmpty())
        .flatMap(trigger -> taken.before().get(trigger.function(), Routine.class).stream())
        .filter(routine -> routine.language().equals("plpgsql"))
        .flatMap(routine -> always(BlockStep.read(routine.body())))
        .filter(Statement.Maintenance.class::isInstance)
        .map(Statement.Maintenance.class::cast)
        .forEach(new MaintenanceLocks(taken)::run);
  }

  private static boolean isOn(Trigger trigger) {
    return trigger.state() == 'O' || trigger.state() == 'A';
  }

  /** The statements that nothing keeps from running. */
  private static Stream<Statement> always(List<BlockStep> steps) {
    return steps.stream()
        .takeWhile(step -> !(step instanceof BlockStep.Leave))
        .flatMap(
            step ->
                step instanceof BlockStep.Sql sql
                    ? Stream.of(sql.statement())
                    : step instanceof BlockStep.Nested nested
                        ? always(nested.steps())
                        : Stream.empty());
  }
}
