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
      Optional<Session.Refused> refused = other.runAll(ddl);
      if (refused.isPresent()) {
        if (doubts.any() || ofRoles(refused.get().refusal())) {
          tally.left(session.catalogue().size());
          return Optional.empty();
        }
        return refused.map(first -> madeWrongly(first, ddl));
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

  private static Failure madeWrongly(Session.Refused refused, List<String> ddl) {
    String family = refused.sql().replaceAll("(?s)^(\\w+ \\w+).*", "$1");
    return new Failure(
        "made wrongly " + refused.refusal().state() + " " + family,
        "the server refuses what the schema says: "
            + refused.sql()
            + "\n    server: "
            + refused.refusal()
            + "\n    of: "
            + String.join(";\n        ", ddl));
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
