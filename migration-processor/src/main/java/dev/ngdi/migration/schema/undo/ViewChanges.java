package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.View;
import java.util.List;

/** The way back of a view. */
final class ViewChanges {
  private ViewChanges() {}

  /** Whether {@code CREATE OR REPLACE} makes the one from the other, or nothing has to be made. */
  static boolean canBeReplaced(View was, View is) {
    if (was.query().equals(is.query()) && was.columns().size() == is.columns().size()) {
      return true;
    }
    if (was.materialized() || !was.complete() || !is.complete()) {
      return false;
    }
    List<Column> old = was.columns();
    List<Column> now = is.columns();
    if (now.size() > old.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      boolean same =
          old.get(i).name().equals(now.get(i).name())
              && old.get(i).type().known()
              && old.get(i).type().equals(now.get(i).type())
              && old.get(i).collation().equals(now.get(i).collation());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  static List<String> of(Change change, View was, View is) {
    if (!was.query().equals(is.query())) {
      return ViewDdl.create(change.before(), was, true);
    }
    String alter = "ALTER " + was.kind() + " " + Written.name(change.before(), was.oid());
    return SettingsChanges.options(alter, was.settings(), is.settings());
  }
}
