package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.BlockStep;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code DO}: what surely runs is replayed. A condition that asks whether there is what the steps
 * behind it make or drop is answered by trying them; what other conditions guard is unsure.
 */
final class Blocks {
  private final Work work;
  private final String body;
  private boolean left;

  private Blocks(Work work, String body) {
    this.work = work;
    this.body = body;
  }

  static void apply(Work work, Statement.DoBlock block) {
    if (block.language().equals("plpgsql")) {
      new Blocks(work, block.body()).run(BlockStep.read(block.body()));
    } else {
      work.unproven("what a block in `%s` changes".formatted(block.language()));
      work.set(work.schema().withEverythingUnsure());
    }
  }

  /**
   * Replays the body of something else that surely runs.
   *
   * @param text where the constants stand that its variables can hold
   */
  static void run(Work work, List<BlockStep> steps, String text) {
    new Blocks(work, text).run(steps);
  }

  private void run(List<BlockStep> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (left) {
        touch(steps.subList(i, steps.size()));
        return;
      }
      run(steps.get(i));
    }
  }

  private void run(BlockStep step) {
    if (step instanceof BlockStep.Sql sql) {
      run(sql.statement());
    } else if (step instanceof BlockStep.Execute execute) {
      run(execute);
    } else if (step instanceof BlockStep.Choice choice) {
      choose(choice);
    } else if (step instanceof BlockStep.Nested nested) {
      run(nested);
    } else if (step instanceof BlockStep.Leave) {
      left = true;
    } else {
      touch(List.of(step));
    }
  }

  /** Of rows nothing is asked: what looks like a column there can be a variable. */
  private void run(Statement statement) {
    if (statement instanceof Statement.Query query) {
      Calls.apply(work, query.names(), body);
    } else if (statement instanceof Statement.ChangeRows change) {
      Calls.apply(work, change.names(), body);
    } else {
      Replay.apply(work, statement);
    }
  }

  private void run(BlockStep.Execute execute) {
    Optional<String> constant = execute.constant();
    if (constant.isPresent()) {
      Script.parse(constant.get()).statements().forEach(s -> Replay.apply(work, s));
    } else {
      touch(List.of(execute));
    }
  }

  private void touch(List<BlockStep> steps) {
    Touched.by(steps).mark(work, "what a `DO` block changes", Optional.empty());
  }

  // ---- conditions

  private void choose(BlockStep.Choice choice) {
    BlockStep.Branch first = choice.branches().get(0);
    boolean fails = first.steps().stream().allMatch(BlockStep.Fail.class::isInstance);
    if (choice.branches().size() == 1 && (first.steps().isEmpty() || fails)) {
      return;
    }
    Touched touched = Touched.by(first.steps());
    boolean alone = choice.branches().size() == 1 || isElse(choice);
    Optional<Existence> asked = Existence.of(first.condition(), first.steps());
    if (alone && asked.isPresent() && touched.anything() && leaves(first.steps()).isEmpty()) {
      tryOut(first.steps(), asked.get()::refutes, elseSteps(choice));
      return;
    }
    touch(List.of(choice));
    choice.branches().forEach(branch -> left |= !leaves(branch.steps()).isEmpty());
  }

  private static boolean isElse(BlockStep.Choice choice) {
    return choice.branches().size() == 2 && choice.branches().get(1).condition().isEmpty();
  }

  private static List<BlockStep> elseSteps(BlockStep.Choice choice) {
    return isElse(choice) ? choice.branches().get(1).steps() : List.of();
  }

  private static List<BlockStep> leaves(List<BlockStep> steps) {
    List<BlockStep> leaves = new ArrayList<>();
    for (BlockStep step : steps) {
      if (step instanceof BlockStep.Leave) {
        leaves.add(step);
      } else if (step instanceof BlockStep.Choice choice) {
        choice.branches().forEach(branch -> leaves.addAll(leaves(branch.steps())));
      } else if (step instanceof BlockStep.Nested nested) {
        leaves.addAll(leaves(nested.steps()));
      }
    }
    return leaves;
  }

  /**
   * Runs steps, or where they raise a problem that shows that they do not run, others instead.
   *
   * @param refuted whether a problem shows that
   */
  private void tryOut(
      List<BlockStep> steps, Predicate<Problem> refuted, List<BlockStep> otherwise) {
    Work trial = work.trial();
    Blocks tried = new Blocks(trial, body);
    tried.run(steps);
    Outcome outcome = trial.outcome();
    if (outcome.problems().stream().anyMatch(refuted)) {
      run(otherwise);
    } else {
      Schema before = work.schema();
      work.take(trial);
      NewObjects.doubt(work, before);
      left |= tried.left;
    }
  }

  // ---- errors

  private void run(BlockStep.Nested nested) {
    if (nested.handlers().isEmpty()) {
      run(nested.steps());
      return;
    }
    List<BlockStep> handling = nested.handlers().get(0).steps();
    tryOut(
        nested.steps(),
        problem -> nested.handlers().stream().anyMatch(h -> handles(h.condition(), problem)),
        nested.handlers().size() == 1 ? handling : List.of());
  }

  private static boolean handles(String errors, Problem problem) {
    String names = errors.toLowerCase(Locale.ROOT);
    boolean byKind =
        switch (problem.kind()) {
          case NAME_TAKEN -> names.contains("duplicate_") || names.contains("unique_violation");
          case NAME_NOT_FOUND -> names.contains("undefined_") || names.contains("invalid_schema");
          case STILL_NEEDED -> names.contains("dependent_objects");
          default -> names.contains("invalid_") || names.contains("wrong_object_type");
        };
    return byKind || names.contains("others") || errors.contains(problem.sqlState());
  }
}
