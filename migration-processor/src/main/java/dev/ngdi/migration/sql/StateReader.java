package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.ConstraintDefinition.State;
import dev.ngdi.migration.sql.TableAction.AlterConstraint;
import java.util.Optional;

/** Reads when and whether a constraint holds. */
final class StateReader {
  private final Cursor cursor;
  private Optional<Boolean> deferrable = Optional.empty();
  private Optional<Boolean> initiallyDeferred = Optional.empty();
  private Optional<Boolean> valid = Optional.empty();
  private Optional<Boolean> enforced = Optional.empty();
  private Optional<Boolean> inherit = Optional.empty();

  private StateReader(Cursor cursor) {
    this.cursor = cursor;
    boolean more = true;
    while (more && !cursor.atEnd()) {
      more = attribute();
    }
  }

  /** Of a constraint's definition; goes behind it. */
  static State read(Cursor cursor) {
    StateReader said = new StateReader(cursor);
    return new State(
        said.isDeferrable(),
        said.initiallyDeferred.orElse(false),
        !said.valid.orElse(true),
        !said.enforced.orElse(true),
        !said.inherit.orElse(true));
  }

  /** Of an {@code ALTER CONSTRAINT}. */
  static AlterConstraint alter(String sql, String name, Cursor cursor) {
    StateReader said = new StateReader(cursor);
    boolean deferral = said.deferrable.isPresent() || said.initiallyDeferred.isPresent();
    return new AlterConstraint(
        sql,
        name,
        deferral ? Optional.of(said.isDeferrable()) : Optional.empty(),
        deferral ? said.initiallyDeferred.or(() -> Optional.of(false)) : Optional.empty(),
        said.enforced,
        said.inherit);
  }

  private boolean isDeferrable() {
    return deferrable.orElse(initiallyDeferred.orElse(false));
  }

  private boolean attribute() {
    if (cursor.skip("not", "valid")) {
      valid = Optional.of(false);
    } else if (cursor.skip("not", "enforced")) {
      enforced = Optional.of(false);
    } else if (cursor.skip("enforced")) {
      enforced = Optional.of(true);
    } else if (cursor.skip("not", "deferrable")) {
      deferrable = Optional.of(false);
    } else if (cursor.skip("deferrable")) {
      deferrable = Optional.of(true);
    } else if (cursor.skip("initially", "deferred")) {
      initiallyDeferred = Optional.of(true);
    } else if (cursor.skip("initially", "immediate")) {
      initiallyDeferred = Optional.of(false);
    } else if (cursor.skip("no", "inherit")) {
      inherit = Optional.of(false);
    } else if (cursor.skip("inherit")) {
      inherit = Optional.of(true);
    } else {
      return false;
    }
    return true;
  }
}
