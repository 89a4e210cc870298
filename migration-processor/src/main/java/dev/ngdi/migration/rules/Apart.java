package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.undo.Restore;
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
    List<String> back = new ArrayList<>();
    for (Change change : changes) {
      back.addAll(0, Restore.of(change.before(), change.after()));
    }
    String down = back.stream().map(Statements::ended).collect(Collectors.joining("\n"));
    // nothing to take back: work that may be done any number of times, such as a REFRESH
    return sequel.then("<why, as a sentence>.", up, down.isEmpty() ? up : down);
  }
}
