package dev.ngdi.migration.report;

import com.google.gson.JsonObject;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How it went, what failed and where, and what is now true. What ran was shown while it ran.
 *
 * @param outcome what the engine did
 * @param command what was typed, {@code mvn db:deploy}
 * @param next what to type when it went well
 */
public record OutcomeReport(Outcome outcome, String command, String next) implements Report {
  private static final int MOST_LINES = 12;
  private static final int MOST_CHARACTERS = 2_000;

  @Override
  public List<String> lines() {
    return switch (ending()) {
      case SUCCEEDED -> succeeded();
      case REFUSED -> refused();
      case FAILED -> failed(outcome.failure().orElseThrow());
    };
  }

  private List<String> succeeded() {
    if (outcome.plan().upToDate()) {
      return List.of(
          up()
              ? "the database is up to date: nothing was to be done"
              : "nothing was to be taken back");
    }
    List<String> lines = before();
    int done = outcome.done().size();
    lines.add(
        "%s %s %s in %s: %s"
            .formatted(Text.migrations(done), Text.are(done), verb(), total(), next));
    return lines;
  }

  private List<String> refused() {
    List<Refusal> refusals = outcome.plan().refusals();
    List<String> lines = new ArrayList<>(outcome.plan().remarks());
    lines.add("`%s` is refused, because".formatted(command));
    lines.addAll(Refusals.lines(refusals));
    lines.add("nothing was changed: see to what is listed, and type `%s` again".formatted(command));
    return lines;
  }

  private List<String> failed(Failure failure) {
    List<String> lines = before();
    lines.add("`%s` failed: %s".formatted(failure.id(), failure.message()));
    where(failure).ifPresent(lines::add);
    lines.addAll(statement(failure));
    lines.addAll(Text.indented(failure.detail(), 4, Integer.MAX_VALUE));
    failure.sqlState().ifPresent(state -> lines.add("    SQLSTATE " + state));
    lines.add("    " + failure.effect().sentence());
    int done = outcome.done().size() + (failure.effect() == Effect.COMPLETE ? 1 : 0);
    int rest = outcome.plan().steps().size() - done;
    lines.add(
        "%s %s %s, %d %s not: %s"
            .formatted(
                Text.migrations(done),
                Text.are(done),
                verb(),
                rest,
                Text.are(rest),
                next(failure)));
    return lines;
  }

  private String next(Failure failure) {
    return switch (failure.effect()) {
      case NONE -> "remove the cause, and type `%s` again".formatted(command);
      case COMPLETE -> "type `%s` again to go on".formatted(command);
      case PARTIAL, UNKNOWN -> "type `mvn db:plan`, which says how to put it right";
    };
  }

  /** In the migration's own sources if that is known, and otherwise in its script. */
  private Optional<String> where(Failure failure) {
    String part = failure.direction() == Direction.UP ? "up" : "down";
    String what = failure.statement().map(span -> ": " + span.summary()).orElse("");
    return failure
        .place()
        .or(
            () ->
                failure
                    .line()
                    .or(() -> failure.statement().map(StatementSpan::line))
                    .map(line -> file(failure).orElse(part) + ":" + line))
        .map(place -> "    " + place + what);
  }

  private Optional<String> file(Failure failure) {
    return script(failure).flatMap(Sql::file);
  }

  /** As it is written, if it is short enough to be read. */
  private List<String> statement(Failure failure) {
    return script(failure)
        .flatMap(sql -> failure.statement().map(sql::textOf))
        .filter(text -> text.length() <= MOST_CHARACTERS)
        .map(text -> Text.indented(text, 8, MOST_LINES))
        .orElse(List.of());
  }

  private Optional<Sql> script(Failure failure) {
    return outcome.plan().steps().stream()
        .filter(step -> step.id().equals(failure.id()))
        .findFirst()
        .flatMap(Step::script);
  }

  private List<String> before() {
    List<String> lines = new ArrayList<>();
    if (outcome.plan().clear()) {
      lines.add("everything in the schema was dropped first");
    }
    return lines;
  }

  private boolean up() {
    return outcome.plan().direction() == Direction.UP;
  }

  private String verb() {
    return up() ? "applied" : "taken back";
  }

  private String total() {
    return Text.duration(outcome.done().stream().mapToLong(Outcome.Done::milliseconds).sum());
  }

  @Override
  public JsonObject json() {
    JsonObject json = Json.plan(outcome.plan());
    Map<String, Outcome.Done> done =
        outcome.done().stream().collect(Collectors.toMap(Outcome.Done::id, d -> d));
    json.add(
        "steps",
        Json.array(
            outcome.plan().steps(), step -> json(step, Optional.ofNullable(done.get(step.id())))));
    outcome.failure().ifPresent(failure -> json.add("failure", Json.failure(failure)));
    return json;
  }

  private JsonObject json(Step step, Optional<Outcome.Done> done) {
    JsonObject json = Json.step(step, outcome.plan());
    boolean failed = outcome.failure().filter(f -> f.id().equals(step.id())).isPresent();
    json.addProperty("state", done.isPresent() ? "done" : failed ? "failed" : "not begun");
    done.ifPresent(
        d -> {
          json.addProperty("milliseconds", d.milliseconds());
          json.addProperty("tries", d.tries());
          json.addProperty("waitedMilliseconds", d.waited());
        });
    return json;
  }

  @Override
  public Ending ending() {
    if (outcome.succeeded()) {
      return Ending.SUCCEEDED;
    }
    return outcome.plan().refused() ? Ending.REFUSED : Ending.FAILED;
  }
}
