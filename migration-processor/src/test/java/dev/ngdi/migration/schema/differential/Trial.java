package dev.ngdi.migration.schema.differential;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Outcome;
import dev.ngdi.migration.schema.replay.Replay;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sequence of statements, run and replayed side by side from an empty database, or from one of
 * which the replay does not see how it was made.
 */
final class Trial {
  /** What stands before a statement that only the server gets. */
  static final String UNSEEN = "/* before */ ";

  private static final int STRIDE = 13;
  private static final int MOST_UNSEEN = 15;

  private final int postgres;
  private final Session session;
  private final Comparison comparison;
  private final Tally tally;
  private final List<String> statements = new ArrayList<>();
  private Schema schema;

  Trial(int postgres, Session session, Comparison comparison, Tally tally) {
    this.postgres = postgres;
    this.session = session;
    this.comparison = comparison;
    this.tally = tally;
    this.schema = Schema.empty(postgres).closed();
  }

  /** The statements so far. */
  List<String> statements() {
    return List.copyOf(statements);
  }

  /** Runs a sequence that is made while it runs. */
  Optional<Failure> generate(long seed, int length) {
    Generator generator = new Generator(seed, postgres);
    try {
      Known known = session.known();
      for (int i = 1; i <= length; i++) {
        Schema before = schema;
        Optional<Failure> failure = step(generator.next(known));
        known = schema.equals(before) ? known : session.known();
        if (failure.isEmpty() && (i % STRIDE == 0 || i == length)) {
          failure = compare();
        }
        if (failure.isPresent()) {
          return failure;
        }
      }
      return Optional.empty();
    } finally {
      session.forget();
    }
  }

  /** Runs the same, where the replay begins in the middle. */
  Optional<Failure> generateOpen(long seed, int length) {
    Generator generator = new Generator(seed, postgres);
    try {
      for (int i = 0; i < MOST_UNSEEN; i++) {
        step(UNSEEN + lasting(generator));
      }
      for (int i = 0; i < length; i++) {
        Optional<Failure> failure = step(lasting(generator));
        if (failure.isPresent()) {
          return failure;
        }
      }
      return compare();
    } finally {
      session.forget();
    }
  }

  /**
   * A statement without what belongs to the session, which a replay begins anew; what is made is
   * taken not to have been there, even with {@code IF NOT EXISTS}.
   */
  private String lasting(Generator generator) {
    String sql = generator.next(session.known());
    while (sql.matches("(?is)(SET |.*\\b(TEMP|pg_temp|IF NOT EXISTS|WHEN duplicate_\\w+)\\b).*")) {
      sql = generator.next(session.known());
    }
    return sql;
  }

  /** Runs a sequence; the catalogues are compared at its end only. */
  Optional<Failure> repeat(List<String> sequence) {
    try {
      for (String sql : sequence) {
        Optional<Failure> failure = step(sql);
        if (failure.isPresent()) {
          return failure;
        }
      }
      return compare();
    } finally {
      session.forget();
    }
  }

  private Optional<Failure> compare() {
    if (schema.open()) {
      return Claims.check(schema, session.catalogue());
    }
    return comparison.of(session, schema, tally);
  }

  private Optional<Failure> step(String sql) {
    statements.add(sql);
    if (sql.startsWith(UNSEEN)) {
      schema = Schema.empty(postgres);
      session.run(inTransaction(sql.substring(UNSEEN.length())));
      return Optional.empty();
    }
    Script script = Script.parse(sql);
    Optional<Session.Refusal> refusal = session.run(inTransaction(sql));
    if (!script.problems().isEmpty() || script.statements().size() != 1) {
      return refusal.isPresent()
          ? Optional.empty()
          : Optional.of(new Failure("not read", "not read: " + sql + "\n" + script.problems()));
    }
    Statement statement = script.statements().get(0);
    Outcome outcome;
    try {
      outcome = Replay.apply(schema, statement);
    } catch (RuntimeException e) {
      return Optional.of(new Failure("exception " + e.getClass(), Text.of(e)));
    }
    if (!schema.open()) {
      tally.statement(outcome.unproven());
    }
    if (refusal.isEmpty()) {
      schema = outcome.after();
      return outcome.problems().isEmpty() ? Optional.empty() : falseProblem(statement, outcome);
    }
    return refused(statement, outcome, refusal.get());
  }

  private static Optional<Failure> falseProblem(Statement statement, Outcome outcome) {
    Problem problem = outcome.problems().get(0);
    return Optional.of(
        new Failure(
            "false problem " + problem.sqlState() + " " + statement.command(),
            "the server accepts: " + statement.oneLine() + "\n    replay: " + outcome.problems()));
  }

  private Optional<Failure> refused(Statement statement, Outcome outcome, Session.Refusal refusal) {
    if (outcome.problems().isEmpty()) {
      boolean unknown =
          !outcome.unproven().isEmpty() || schema.unsureOfEverything() || schema.open();
      if (unknown || Unclaimed.covers(refusal, statement)) {
        tally.unclaimed(refusal.sort());
        return Optional.empty();
      }
      return Optional.of(
          new Failure(
              "missed " + refusal.sort() + " " + statement.command(),
              "the replay accepts: " + statement.source().sql() + "\n    server: " + refusal));
    }
    boolean same =
        outcome.problems().stream()
            .anyMatch(p -> p.sqlState().isEmpty() || p.sqlState().equals(refusal.state()));
    tally.refused();
    if (!same && Unclaimed.covers(refusal, statement)) {
      tally.unclaimed(refusal.sort());
    } else if (!same && !schema.open()) {
      String claimed = outcome.problems().get(0).sqlState();
      tally.otherReason(refusal.state(), claimed);
      if (!OtherReasons.cover(outcome.problems(), refusal)) {
        return Optional.of(
            new Failure(
                "other reason " + refusal.state() + " not " + claimed,
                statement.source().sql()
                    + "\n    server: "
                    + refusal
                    + "\n    replay: "
                    + outcome.problems()));
      }
    }
    return Optional.empty();
  }

  /** What makes the same of it where the server wants no transaction for the original. */
  private static String inTransaction(String sql) {
    return sql.replaceFirst("^((?:CREATE|DROP)(?: UNIQUE)? INDEX) CONCURRENTLY", "$1");
  }
}
