package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.undo.Restore;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Statements of a migration that had better be in a migration of their own. */
final class Apart {
  private Apart() {}

  /** Adds a migration with these statements and with what leads back from them. */
  static Sequel migration(Sequel sequel, List<Change> changes) {
    String up =
        changes.stream()
            .map(change -> Statements.ended(change.statement().source().sql()))
            .collect(Collectors.joining("\n"));
    return sequel.then("<why, as a sentence>.", up, back(changes, up));
  }

  private static String back(List<Change> changes, String up) {
    List<String> back = new ArrayList<>();
    for (Change change : changes) {
      back.addAll(0, Restore.of(change.before(), change.after()));
    }
    if (!back.isEmpty()) {
      return back.stream().map(Statements::ended).collect(Collectors.joining("\n"));
    }
    boolean repeatable =
        changes.stream().allMatch(change -> change.statement() instanceof Statement.Maintenance);
    return repeatable ? up : "…";
  }
}
