package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.undo.Difference;
import java.util.List;

/** Refuses a {@code down} behind which something that {@code up} changed is not as before. */
final class UndoDoesNotRestore implements Rule {
  @Override
  public String summary() {
    return "a `down` behind which something that `up` changed or dropped is not as before";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Undone.finding(
        subject,
        "`down` does not bring everything back",
        difference ->
            difference.kind() != Difference.Kind.LEFT_OVER
                && !Undone.isAddedEnumValue(subject, difference)
                && !Undone.isImplicitNotNull(subject, difference));
  }
}
