package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Routine;
import java.util.List;

/** The way back of a function or procedure. */
final class RoutineChanges {
  private RoutineChanges() {}

  /** Whether {@code CREATE OR REPLACE} makes the one from the other. */
  static boolean canBeReplaced(Routine was, Routine is) {
    boolean same =
        was.kind().equals(is.kind())
            && !was.kind().equals("AGGREGATE")
            && was.returns().equals(is.returns())
            && was.returnsTable() == is.returnsTable()
            && was.arguments().size() == is.arguments().size();
    if (!same) {
      return was.withName(is.scope(), is.name()).equals(is);
    }
    for (int i = 0; i < was.arguments().size(); i++) {
      Routine.Argument old = was.arguments().get(i);
      Routine.Argument now = is.arguments().get(i);
      boolean named = now.name().isEmpty() || now.name().equals(old.name());
      boolean defaulted = now.defaultValue().isEmpty() || old.defaultValue().isPresent();
      boolean replaceable = old.mode().equals(now.mode()) && old.type().equals(now.type());
      if (!named || !defaulted || !replaceable) {
        return false;
      }
    }
    return true;
  }

  static List<String> of(Change change, Routine was, Routine is) {
    return was.withName(is.scope(), is.name()).equals(is)
        ? List.of()
        : List.of(RoutineDdl.create(change.before(), was, true));
  }
}
