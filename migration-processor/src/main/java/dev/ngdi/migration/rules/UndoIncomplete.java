package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.undo.Difference;
import java.util.List;

/** Refuses a {@code down} that leaves something that {@code up} made. */
final class UndoIncomplete implements Rule {
  @Override
  public String summary() {
    return "a `down` that leaves something that `up` made";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Undone.finding(
        subject,
        "`down` leaves something behind",
        difference -> difference.kind() == Difference.Kind.LEFT_OVER);
  }
}
