package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a step failed with, and where. */
final class StepFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** {@code lock_not_available}, {@code deadlock_detected}, {@code serialization_failure}. */
  private static final Set<String> WORTH_ANOTHER_TRY = Set.of("55P03", "40P01", "40001");

  /** {@code query_canceled}: by a limit, or on request. */
  static final String CANCELED = "57014";

  private static final String DISK_FULL = "53100";

  private final transient Optional<StatementSpan> statement;
  private final transient Optional<Integer> line;
  private final transient Optional<Effect> effect;
  private final transient List<Blocker> blockers;
  private final String remark;

  private StepFailedException(
      Throwable cause,
      Optional<StatementSpan> statement,
      Optional<Integer> line,
      List<Blocker> blockers,
      String remark) {
    super(Errors.message(cause), cause);
    this.statement = statement;
    this.line = line;
    this.effect = Optional.empty();
    this.blockers = blockers;
    this.remark = remark;
  }

  private StepFailedException(String message, Optional<Effect> effect) {
    super(message);
    this.statement = Optional.empty();
    this.line = Optional.empty();
    this.effect = effect;
    this.blockers = List.of();
    this.remark = "";
  }

  /** A statement that PostgreSQL refused. */
  static StepFailedException at(StatementSpan span, Sql sql, Throwable cause) {
    int line =
        Errors.position(cause)
            .map(p -> span.line() + lineFeeds(sql.textOf(span), p - 1))
            .orElse(span.line());
    return new StepFailedException(cause, Optional.of(span), Optional.of(line), List.of(), "");
  }

  private static int lineFeeds(String text, int characters) {
    int end =
        text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, text.length())));
    return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  /** Whatever else was thrown. */
  static StepFailedException of(Throwable cause) {
    return new StepFailedException(cause, Optional.empty(), Optional.empty(), List.of(), "");
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

  /** The same with who was last seen to hold it up, if it waited for somebody. */
  StepFailedException heldUpBy(List<Blocker> seen) {
    Throwable cause = getCause();
    boolean waited =
        Optional.ofNullable(cause)
            .flatMap(Errors::sqlState)
            .filter(state -> WORTH_ANOTHER_TRY.contains(state) || state.equals(CANCELED))
            .isPresent();
    return cause == null || seen.isEmpty() || !waited
        ? this
        : new StepFailedException(cause, statement, line, seen, remark);
  }

  /** The same with something more to say of it. */
  StepFailedException with(String more) {
    Throwable cause = getCause();
    return cause == null ? this : new StepFailedException(cause, statement, line, blockers, more);
  }

  /** Who was last seen to hold it up. */
  List<Blocker> blockers() {
    return blockers;
  }

  /**
   * Whether its transaction can be tried again as it is: it could not have a lock in time, or was
   * the one to give way to another transaction.
   */
  boolean isWorthAnotherTry() {
    return Optional.ofNullable(getCause())
        .flatMap(Errors::sqlState)
        .filter(WORTH_ANOTHER_TRY::contains)
        .isPresent();
  }

  private String detail() {
    List<String> lines = new ArrayList<>();
    Optional.ofNullable(getCause()).map(Errors::detail).ifPresent(lines::add);
    blockers.forEach(blocker -> lines.add("held up by " + blocker.sentence()));
    if (Optional.ofNullable(getCause())
        .flatMap(Errors::sqlState)
        .filter(DISK_FULL::equals)
        .isPresent()) {
      lines.add("the server's disk is full: free space there, which nothing here can do");
    }
    lines.add(remark);
    return lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }

  /** The line of the migration's own class that threw it, or called what did. */
  private static Optional<String> place(Throwable thrown, Step step) {
    Optional<String> migration = step.declared().map(DeclaredMigration::className);
    return Arrays.stream(thrown.getStackTrace())
        .filter(
            frame ->
                migration
                    .filter(
                        name ->
                            frame.getClassName().equals(name)
                                || frame.getClassName().startsWith(name + "$"))
                    .isPresent())
        .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .findFirst();
  }

  /** The failure as the engine wants it; the exception's own effect goes before the usual one. */
  Failure toFailure(Step step, Effect usual) {
    Optional<Throwable> cause = Optional.ofNullable(getCause());
    return new Failure(
        step.id(),
        step.direction(),
        statement,
        cause.flatMap(thrown -> place(thrown, step)),
        line,
        cause.flatMap(Errors::sqlState),
        String.valueOf(getMessage()),
        detail(),
        effect.orElse(usual));
  }
}
