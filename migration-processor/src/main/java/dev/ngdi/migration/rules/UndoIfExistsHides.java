package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Outcome;
import dev.ngdi.migration.schema.replay.Replay;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;

/** Refuses an {@code IF EXISTS} in {@code down} that hides that there is no such thing. */
final class UndoIfExistsHides implements Rule {
  @Override
  public String summary() {
    return "an `IF EXISTS` in `down` behind which nothing of that name exists";
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (subject.code()) {
      return List.of();
    }
    return subject.timeline().down().stream()
        .filter(change -> saysIfExists(change.statement()))
        .filter(change -> change.before() == change.after())
        .filter(change -> change.unproven().isEmpty() && change.problems().isEmpty())
        .filter(change -> doesNothing(subject.timeline().end(), change.statement()))
        .map(
            change ->
                Finding.at(
                    Part.DOWN,
                    change.statement(),
                    "`%s` does nothing: behind `up` there is nothing of that name"
                        .formatted(Statements.summary(change.statement())),
                    WayBack.of(subject)))
        .toList();
  }

  /** Behind {@code up} too: what goes with something that goes earlier hides nothing. */
  private static boolean doesNothing(Schema end, Statement statement) {
    Outcome outcome = Replay.apply(end, statement);
    return outcome.problems().isEmpty() && outcome.before() == outcome.after();
  }

  private static boolean saysIfExists(Statement statement) {
    if (statement instanceof Statement.DropObject drop) {
      return drop.ifExists();
    } else if (statement instanceof Statement.DropIndex drop) {
      return drop.ifExists();
    } else if (statement instanceof Statement.AlterObject alter) {
      return alter.ifExists();
    }
    return statement instanceof Statement.AlterTable alter
        && (alter.ifExists() || alter.actions().stream().allMatch(UndoIfExistsHides::saysIfExists));
  }

  private static boolean saysIfExists(TableAction action) {
    return (action instanceof TableAction.DropColumn column && column.ifExists())
        || (action instanceof TableAction.DropConstraint constraint && constraint.ifExists());
  }
}
