package dev.ngdi.migration.report;

import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.StatementSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is about to be done, in so few lines that somebody reads them before it is: an entry for
 * each migration, with whom it holds up and how big the tables are.
 *
 * @param plan the plan
 */
public record PlanOverview(Plan plan) {
  private static final int MOST_STEPS = 30;
  private static final int MOST_TABLES = 3;
  private static final String CREATE = "CREATE TABLE ";
  private static final String INDENT = "       ";

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (plan.clear()) {
      lines.add("everything in the schema is to be dropped");
    }
    plan.baseline()
        .ifPresent(
            version ->
                lines.add("the history is to begin with %s, as baseline".formatted(version)));
    List<Step> steps = plan.steps();
    if (steps.isEmpty()) {
      return lines;
    }
    lines.add(
        "%s %s to be %s:"
            .formatted(
                Text.migrations(steps.size()),
                Text.are(steps.size()),
                plan.direction() == Direction.UP ? "applied" : "taken back"));
    List<Step> shown = steps.subList(0, Math.min(MOST_STEPS, steps.size()));
    List<String> heads =
        Text.table(
            IntStream.range(0, shown.size()).mapToObj(i -> row(i + 1, shown.get(i))).toList());
    Set<String> made = made();
    for (int i = 0; i < shown.size(); i++) {
      lines.add(heads.get(i));
      lines.addAll(tables(shown.get(i), made));
    }
    if (steps.size() > shown.size()) {
      lines.add("  " + rest(steps.subList(shown.size(), steps.size()), made));
    }
    return lines;
  }

  private static List<String> row(int number, Step step) {
    return List.of(
        number + ".", step.id(), Steps.type(step), Steps.transaction(step), Steps.wayBack(step));
  }

  private List<String> tables(Step step, Set<String> made) {
    List<String> locks =
        locks(step, made).flatMap(lock -> Steps.lock(lock, plan.sizes()).stream()).toList();
    List<String> lines = new ArrayList<>();
    locks.stream().limit(MOST_TABLES).forEach(lock -> lines.add(INDENT + lock));
    if (locks.size() > MOST_TABLES) {
      lines.add(INDENT + "and locks %d more".formatted(locks.size() - MOST_TABLES));
    }
    Steps.unknown(step).ifPresent(unknown -> lines.add(INDENT + unknown));
    return lines;
  }

  /** The tables that the plan itself makes: nobody uses them yet, so nobody is held up. */
  private Set<String> made() {
    return plan.steps().stream()
        .flatMap(step -> step.script().stream())
        .flatMap(sql -> sql.statements().stream())
        .map(StatementSpan::summary)
        .filter(summary -> summary.startsWith(CREATE))
        .map(summary -> summary.substring(CREATE.length()))
        .filter(table -> !plan.sizes().containsKey(table))
        .collect(Collectors.toSet());
  }

  private static Stream<RelationEffect> locks(Step step, Set<String> made) {
    return HeldLock.of(step).stream().filter(lock -> !made.contains(lock.relation()));
  }

  private String rest(List<Step> steps, Set<String> made) {
    long blocking =
        steps.stream()
            .filter(step -> locks(step, made).anyMatch(RelationEffect::blocksTraffic))
            .count();
    return "and %d more%s%s"
        .formatted(
            steps.size(),
            blocking == 0 ? "" : ", %d of which block reads or writes".formatted(blocking),
            plan.direction() == Direction.UP ? ": `mvn db:plan` shows all" : "");
  }
}
