package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.LockMode.Blocked;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses to change rows while a lock on a table in use is held, or to lock it behind them. */
final class MixedDdlAndData implements Rule {
  @Override
  public String summary() {
    return "changing rows in the transaction of a statement that locks a table in use";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.ChangeRows.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<RowStep> mixed =
        RowStep.in(subject).stream().filter(step -> step.isMixed(subject)).toList();
    return mixed.stream().limit(1).map(first -> finding(subject, first, mixed.size() - 1)).toList();
  }

  private static Finding finding(Subject subject, RowStep step, int others) {
    Change locking = step.strongLockBeside(subject).orElseThrow();
    RelationLock lock =
        locking.locks().relations().stream()
            .reduce((one, other) -> one.mode().compareTo(other.mode()) >= 0 ? one : other)
            .orElseThrow();
    boolean before = subject.timeline().up().indexOf(locking) < position(subject, step);
    String who =
        lock.blocks() == Blocked.READS_AND_WRITES
            ? "nobody can read or write `%s`"
            : "nobody can write to `%s`";
    String problem =
        before
            ? "`%s` works through `%s` while "
                    .formatted(step.rows().command(), step.source().name())
                + who.formatted(lock.name())
                + ": `%s` locks it until the transaction ends"
                    .formatted(Statements.summary(locking.statement()))
            : "`%s` has to wait for its lock on `%s` with all rows of this `%s` locked, and then "
                    .formatted(
                        Statements.summary(locking.statement()), lock.name(), step.rows().command())
                + who.formatted(lock.name())
                + " until all of it is done";
    return Finding.at(
        Part.UP, step.statement(), problem + Statements.andMore(others), instead(step, subject));
  }

  private static int position(Subject subject, RowStep step) {
    return subject.timeline().up().indexOf(step.change());
  }

  private static String instead(RowStep step, Subject subject) {
    Sequel sequel = Sequel.of(subject);
    String range = step.ranged(0);
    if (step.rows().command().equals("UPDATE")) {
      String reset =
          step.rows().assigned().stream()
              .map(Identifiers::quote)
              .map(column -> column + " = DEFAULT")
              .collect(Collectors.joining(", "));
      String key = KeyRange.of(step.change().before(), step.source()).condition(0, "");
      return sequel
          .thenData(
              "<what the rows need, as a sentence>; each range of the key in a migration like"
                  + " this.",
              range,
              "UPDATE %s SET %s WHERE %s".formatted(step.rows().table().sql(), reset, key))
          .text();
    }
    return "-- in a data migration of its own, as each range of the key:\n"
        + Statements.ended(range);
  }
}
