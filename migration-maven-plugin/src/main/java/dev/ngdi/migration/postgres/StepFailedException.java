package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.util.Optional;

/** What a step failed with, and where. */
final class StepFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<StatementSpan> statement;
  private final transient Optional<Integer> line;
  private final transient Optional<Effect> effect;

  private StepFailedException(
      Throwable cause,
      Optional<StatementSpan> statement,
      Optional<Integer> line,
      Optional<Effect> effect) {
    super(Errors.message(cause), cause);
    this.statement = statement;
    this.line = line;
    this.effect = effect;
  }

  private StepFailedException(String message, Optional<Effect> effect) {
    super(message);
    this.statement = Optional.empty();
    this.line = Optional.empty();
    this.effect = effect;
  }

  /** A statement that PostgreSQL refused. */
  static StepFailedException at(StatementSpan span, Sql sql, Throwable cause) {
    int line =
        Errors.position(cause)
            .map(p -> span.line() + lineFeeds(sql.textOf(span), p - 1))
            .orElse(span.line());
    return new StepFailedException(cause, Optional.of(span), Optional.of(line), Optional.empty());
  }

  private static int lineFeeds(String text, int characters) {
    int end =
        text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, text.length())));
    return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  /** Whatever else was thrown. */
  static StepFailedException of(Throwable cause) {
    return new StepFailedException(cause, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What nobody threw. */
  static StepFailedException saying(String message) {
    return new StepFailedException(message, Optional.empty());
  }

  /** Code that left the transaction, so that a part of it may have been committed. */
  static StepFailedException leavingTransaction() {
    return new StepFailedException(
        "the code ended the transaction that it runs in", Optional.of(Effect.PARTIAL));
  }

  /** The failure as the engine wants it; the exception's own effect goes before the usual one. */
  Failure toFailure(Step step, Effect usual) {
    Optional<Throwable> cause = Optional.ofNullable(getCause());
    return new Failure(
        step.id(),
        step.direction(),
        statement,
        line,
        cause.flatMap(Errors::sqlState),
        String.valueOf(getMessage()),
        cause.map(Errors::detail).orElse(""),
        effect.orElse(usual));
  }
}
