package dev.ngdi.migration.report;

import com.google.gson.JsonObject;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.engine.WayBack;
import dev.ngdi.migration.model.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would be done, with the SQL, and what stands in the way.
 *
 * @param plan the plan
 * @param command what would do it, {@code mvn db:deploy}
 */
public record PlanReport(Plan plan, String command) implements Report {
  private static final int MOST_LINES = 40;

  @Override
  public List<String> lines() {
    if (plan.upToDate()) {
      return List.of("nothing would change: the database is up to date");
    }
    List<String> lines = new ArrayList<>(plan.remarks());
    plan.baseline()
        .ifPresent(
            version ->
                lines.add("the history would begin with %s, as baseline".formatted(version)));
    int number = 0;
    for (Step step : plan.steps()) {
      lines.add("%d. %s: %s".formatted(++number, step.id(), traits(step)));
      lines.addAll(detail(step));
    }
    if (plan.refused()) {
      lines.add("`%s` would refuse, because".formatted(command));
      lines.addAll(Refusals.lines(plan.refusals()));
      lines.add("nothing was changed: see to what is listed, and type `mvn db:plan` again");
    } else {
      int count = plan.steps().size();
      lines.add(
          "nothing was changed: type `%s` to %s"
              .formatted(
                  command,
                  plan.direction() == Direction.UP
                      ? "apply " + these(count)
                      : "take back " + these(count)));
    }
    return lines;
  }

  private static String these(int count) {
    return switch (count) {
      case 0 -> "set the baseline";
      case 1 -> "this migration";
      default -> "these " + Text.migrations(count);
    };
  }

  private static String traits(Step step) {
    return Stream.of(Steps.type(step), Steps.transaction(step), Steps.wayBack(step))
        .filter(trait -> !trait.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private List<String> detail(Step step) {
    List<String> lines = new ArrayList<>();
    if (step instanceof Step.Apply apply) {
      lines.addAll(Text.indented(apply.migration().documentation(), 5, MOST_LINES));
      apply.migration().irreversible().ifPresent(why -> lines.add("     irreversible: " + why));
      Steps.losses(apply.migration()).forEach(loss -> lines.add("     lossy: " + loss));
      apply.migration().up().ifPresent(sql -> lines.addAll(statements("up", sql)));
      apply.migration().code().ifPresent(code -> lines.add("     up: Java code"));
    } else if (step instanceof Step.Revert revert) {
      if (revert.wayBack() instanceof WayBack.Script script) {
        lines.addAll(statements("down", script.sql()));
      } else if (revert.wayBack() instanceof WayBack.Code) {
        lines.add("     down: Java code");
      }
    }
    return lines;
  }

  private List<String> statements(String part, Sql sql) {
    List<String> lines = new ArrayList<>();
    for (var span : sql.statements()) {
      List<String> text = Text.indented(sql.textOf(span), 9, MOST_LINES);
      lines.add("     %s:%d".formatted(part, span.line()));
      lines.addAll(text);
      span.effect().relations().stream()
          .flatMap(lock -> Steps.lock(lock, plan.sizes()).stream())
          .forEach(lock -> lines.add("       " + lock));
    }
    if (lines.size() > MOST_LINES * 3) {
      int more = sql.statements().size();
      return List.of("     %s: %d statements, SHA-256 %s".formatted(part, more, sql.sha256()));
    }
    return lines;
  }

  @Override
  public JsonObject json() {
    JsonObject json = Json.plan(plan);
    json.add("steps", Json.array(plan.steps(), step -> Json.step(step, plan)));
    return json;
  }

  @Override
  public Ending ending() {
    return plan.refused() ? Ending.REFUSED : Ending.SUCCEEDED;
  }
}
