package dev.ngdi.migration.schema.differential;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.undo.Ddl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds a replayed schema against a server's by making it, too, on a server. */
final class Comparison {
  private final Session other;

  /**
   * Compares by means of another database of the same server, which is empty between two
   * comparisons.
   */
  Comparison(Session other) {
    this.other = other;
  }

  /** How the schema differs from what the session's server has. */
  Optional<Failure> of(Session session, Schema schema, Tally tally) {
    List<String> ddl;
    try {
      ddl = Ddl.all(schema);
    } catch (RuntimeException e) {
      return Optional.of(new Failure("exception in Ddl " + e.getClass(), Text.of(e)));
    }
    Doubts doubts = new Doubts(schema);
    try {
      for (String sql : ddl) {
        Optional<Session.Refusal> refusal = other.run(sql);
        if (refusal.isPresent() && (doubts.any() || ofRoles(refusal.get()))) {
          tally.left(session.catalogue().size());
          return Optional.empty();
        } else if (refusal.isPresent()) {
          String family = sql.replaceAll("^(\\w+ \\w+).*", "$1").lines().findFirst().orElse("");
          return Optional.of(
              new Failure(
                  "made wrongly " + refusal.get().state() + " " + family,
                  "the server refuses what the schema says: "
                      + sql
                      + "\n    server: "
                      + refusal.get()
                      + "\n    of: "
                      + String.join(";\n        ", ddl)));
        }
      }
      List<Entry> replayed = History.asReplayed(other.catalogue(), schema);
      return differences(session.catalogue(), replayed, doubts, tally)
          .map(
              f ->
                  new Failure(
                      f.sort(), f.text() + "\nmade by\n    " + String.join(";\n    ", ddl)));
    } finally {
      other.forget();
    }
  }

  /** Whether it is about what roles may do, which the replay does not know. */
  private static boolean ofRoles(Session.Refusal refusal) {
    return refusal.state().equals("42501");
  }

  private static Optional<Failure> differences(
      List<Entry> real, List<Entry> replayed, Doubts doubts, Tally tally) {
    tally.compared(real.size(), (int) real.stream().filter(doubts::about).count());
    List<Difference> differences =
        Difference.between(real, replayed).stream().filter(d -> !doubts.about(d.about())).toList();
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    Entry first = differences.get(0).about();
    return Optional.of(
        new Failure(
            "difference " + first.kind() + " " + first.property(),
            differences.stream()
                .limit(12)
                .map(Difference::toString)
                .collect(Collectors.joining("\n"))));
  }
}
