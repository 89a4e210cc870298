package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.BlockStep;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.Term;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code DO}: what surely runs is replayed, with the variables as far as they are known. A
 * condition that cannot be computed, but asks whether there is what the steps behind it make or
 * drop, is answered by trying them; what other conditions guard is unsure.
 */
final class Blocks {
  private static final String UNKNOWN = "what a `DO` block changes";

  private final Work work;
  private final String body;
  private final Map<String, Datum> variables;
  private final Gaps gaps;

  /** Tables that steps before made whose names are not known. */
  private final Set<QualifiedName> made = new HashSet<>();

  /** {@code return}, {@code exit} or {@code continue} while that goes on; else empty. */
  private String leaving = "";

  /** Whether it may have ended early. */
  private boolean mayHaveLeft;

  private Blocks(Work work, String body, Map<String, Datum> variables, Gaps gaps) {
    this.gaps = gaps;
    this.work = work;
    this.body = body;
    this.variables = variables;
  }

  static void apply(Work work, Statement.DoBlock block) {
    if (block.language().equals("plpgsql")) {
      run(work, BlockStep.read(block.body(), block.places()), block.body(), Map.of());
    } else {
      work.unproven("what a block in `%s` changes".formatted(block.language()));
      work.set(work.schema().withEverythingUnsure());
      work.mayRunMore();
    }
  }

  /**
   * Replays the body of something that surely runs.
   *
   * @param text where the constants stand that its variables can hold
   * @param parameters what is known of its parameters
   */
  static void run(Work work, List<BlockStep> steps, String text, Map<String, Datum> parameters) {
    Gaps gaps = new Gaps(parameters.values());
    new Blocks(work, text, new HashMap<>(parameters), gaps).run(steps);
  }

  private void run(List<BlockStep> steps) {
    for (int i = 0; i < steps.size() && leaving.isEmpty(); i++) {
      if (mayHaveLeft) {
        touch(steps.subList(i, steps.size()));
        return;
      }
      run(steps.get(i));
    }
  }

  private void run(BlockStep step) {
    if (step instanceof BlockStep.Sql sql) {
      run(sql.statement());
      keep(sql);
    } else if (step instanceof BlockStep.Assign assign) {
      assign(
          assign.variable(), assign.part() ? Datum.Unknown.VALUE : evaluation().of(assign.value()));
    } else if (step instanceof BlockStep.Execute execute) {
      run(execute);
    } else if (step instanceof BlockStep.Choice choice) {
      choose(choice);
    } else if (step instanceof BlockStep.Nested nested) {
      run(nested);
    } else if (step instanceof BlockStep.Loop loop) {
      run(loop);
    } else if (step instanceof BlockStep.Leave leave) {
      Optional<Boolean> leaves = evaluation().of(leave.when()).holds();
      mayHaveLeft |= leaves.isEmpty();
      leaving = leaves.orElse(false) ? leave.what() : "";
    } else {
      touch(List.of(step));
    }
  }

  /** Of rows nothing is asked: what looks like a column there can be a variable. */
  private void run(Statement statement) {
    Schema met = work.schema();
    if (statement instanceof Statement.Query query) {
      Calls.apply(work, query.names(), body, variables);
    } else if (statement instanceof Statement.ChangeRows change) {
      Calls.apply(work, change.names(), body, variables);
    } else if (statement instanceof Statement.Other other
        && Procedures.apply(work, other, variables)) {
      return;
    } else {
      apply(statement);
      return;
    }
    work.ran(statement, met);
  }

  private void apply(Statement statement) {
    Schema met = work.schema();
    Replay.apply(work, statement);
    if (!(statement instanceof Statement.DoBlock)) {
      work.ran(statement, met);
    }
  }

  private void run(BlockStep.Execute execute) {
    Datum sql = evaluation().of(execute.sql());
    boolean known = sql instanceof Datum.Text text && text.known() && isRead(text.text());
    if (known) {
      Script.parse(((Datum.Text) sql).text(), execute.at()).statements().forEach(this::apply);
    } else {
      touch(List.of(execute));
    }
    execute.into().forEach(name -> assign(name, Datum.Unknown.VALUE));
  }

  private static boolean isRead(String sql) {
    Script script = Script.parse(sql);
    return script.problems().isEmpty() && !script.statements().isEmpty();
  }

  private void touch(List<BlockStep> steps) {
    Touched.by(work.schema(), variables, steps, gaps, made).mark(work, UNKNOWN, Optional.empty());
    if (steps.stream().anyMatch(BlockStep::runsSql)) {
      work.mayRunMore();
    }
    steps.forEach(step -> Assigned.forget(step, variables));
  }

  // ---- variables

  private Evaluation evaluation() {
    return new Evaluation(work.schema(), variables);
  }

  private void assign(String variable, Datum value) {
    variables.keySet().removeIf(key -> key.startsWith(variable + "."));
    variables.put(variable, gaps.own(value));
  }

  private void keep(BlockStep.Sql sql) {
    if (sql.into().isEmpty()) {
      return;
    }
    Optional<CatalogueQuery.Result> result =
        sql.rows() instanceof Term.Rows rows
            ? CatalogueQuery.rows(evaluation(), rows.query())
            : Optional.empty();
    boolean known = result.isPresent() && result.get().complete();
    if (known && result.get().certain().size() == 1) {
      assign(sql.into(), result.get().certain().get(0));
    } else {
      boolean none = known && result.get().certain().isEmpty();
      sql.into().forEach(name -> assign(name, none ? Datum.Null.VALUE : Datum.Unknown.VALUE));
    }
  }

  /** Gives variables the values of a row, or one the whole row. */
  private void assign(List<String> names, Datum.Row row) {
    List<Datum> values = List.copyOf(row.fields().values());
    if (names.size() == 1 && values.size() != 1) {
      assign(names.get(0), row);
    } else if (names.size() == 1) {
      assign(names.get(0), values.get(0));
      row.fields().forEach((field, value) -> variables.put(names.get(0) + "." + field, value));
    } else {
      for (int i = 0; i < names.size(); i++) {
        assign(names.get(i), i < values.size() ? values.get(i) : Datum.Null.VALUE);
      }
    }
  }

  // ---- loops

  private void run(BlockStep.Loop loop) {
    Optional<List<Datum>> rounds = evaluation().rounds(loop.over());
    if (rounds.isEmpty() || loop.variables().isEmpty()) {
      runSurely(loop);
      touch(List.of(loop));
      return;
    }
    boolean inAnyOrder = loop.over() instanceof Term.Rows && rounds.get().size() > 1;
    if (inAnyOrder) {
      Work trial = work.trial();
      on(trial).run(loop, rounds.get());
      if (trial.hasProblems()) {
        work.unproven(UNKNOWN);
        touch(List.of(loop));
        return;
      }
    }
    Schema before = work.schema();
    run(loop, rounds.get());
    if (inAnyOrder) {
      doubtHeirs(before);
    }
  }

  /** What a table and one that inherits from it both get can come from either of them first. */
  private void doubtHeirs(Schema before) {
    for (int oid : work.schema().touchedSince(before).orElse(Set.of())) {
      Optional<Table> heir =
          work.get(oid, Table.class).filter(table -> columnsDiffer(before, table.oid()));
      if (heir.filter(t -> t.parents().stream().anyMatch(p -> columnsDiffer(before, p)))
          .isPresent()) {
        work.unproven("what `%s` inherits".formatted(heir.get().name()));
        work.set(work.schema().withUnsure(oid));
      }
    }
  }

  private boolean columnsDiffer(Schema before, int table) {
    return before
        .get(table, Table.class)
        .filter(was -> !was.columns().equals(work.table(table).columns()))
        .isPresent();
  }

  /** Of a loop whose rounds are not all known, those that are. */
  private void runSurely(BlockStep.Loop loop) {
    if (loop.variables().isEmpty() || leaves(loop)) {
      return;
    }
    List<Datum> sure = evaluation().sureRounds(loop.over());
    Work trial = work.trial();
    on(trial).run(loop, sure);
    if (!sure.isEmpty() && !trial.hasProblems()) {
      work.take(trial);
    }
  }

  private void run(BlockStep.Loop loop, List<Datum> rounds) {
    for (Datum round : rounds) {
      if (round instanceof Datum.Row row) {
        assign(loop.variables(), row);
      } else {
        assign(loop.variables().get(0), round);
      }
      run(loop.steps());
      boolean ends = leaving.equals("exit");
      leaving = leaving.equals("return") ? leaving : "";
      if (ends || !leaving.isEmpty()) {
        return;
      }
    }
  }

  // ---- conditions

  private void choose(BlockStep.Choice choice) {
    List<BlockStep.Branch> branches = choice.branches();
    for (int i = 0; i < branches.size(); i++) {
      Optional<Boolean> holds =
          Existence.namesNothing(branches.get(i).condition())
              ? Optional.empty()
              : evaluation().of(branches.get(i).test()).holds();
      if (holds.isEmpty()) {
        guess(new BlockStep.Choice(branches.subList(i, branches.size())));
        return;
      } else if (holds.get()) {
        run(branches.get(i).steps());
        return;
      }
    }
  }

  private void guess(BlockStep.Choice choice) {
    BlockStep.Branch first = choice.branches().get(0);
    boolean fails = first.steps().stream().allMatch(BlockStep.Fail.class::isInstance);
    if (choice.branches().size() == 1 && (first.steps().isEmpty() || fails)) {
      return;
    }
    Touched touched = Touched.by(work.schema(), variables, first.steps());
    boolean alone = choice.branches().size() == 1 || isElse(choice);
    Optional<Existence> asked =
        Existence.of(first.condition(), first.steps(), work.schema(), variables);
    if (alone && asked.isPresent() && touched.anything() && !leaves(first.steps())) {
      tryOut(first.steps(), asked.get()::refutes, elseSteps(choice));
      return;
    }
    touch(List.of(choice));
    choice.branches().forEach(branch -> mayHaveLeft |= leaves(branch.steps()));
  }

  private static boolean isElse(BlockStep.Choice choice) {
    return choice.branches().size() == 2 && choice.branches().get(1).condition().isEmpty();
  }

  private static List<BlockStep> elseSteps(BlockStep.Choice choice) {
    return isElse(choice) ? choice.branches().get(1).steps() : List.of();
  }

  private static boolean leaves(List<BlockStep> steps) {
    return steps.stream().anyMatch(Blocks::leaves);
  }

  private static boolean leaves(BlockStep step) {
    return step instanceof BlockStep.Leave
        || (step instanceof BlockStep.Choice choice
            && choice.branches().stream().anyMatch(branch -> leaves(branch.steps())))
        || (step instanceof BlockStep.Nested nested && leaves(nested.steps()))
        || (step instanceof BlockStep.Loop loop && leaves(loop.steps()));
  }

  /**
   * Runs steps, or where they raise a problem that shows that they do not run, others instead.
   *
   * @param refuted whether a problem shows that
   * @return whether they run as far as is known, which is not all of them
   */
  private boolean tryOut(
      List<BlockStep> steps, Predicate<Problem> refuted, List<BlockStep> otherwise) {
    Work trial = work.trial();
    Blocks tried = on(trial);
    tried.run(steps);
    Outcome outcome = trial.outcome();
    if (outcome.problems().stream().anyMatch(refuted)) {
      run(otherwise);
      return false;
    } else {
      Schema before = work.schema();
      work.take(trial);
      NewObjects.doubt(work, before);
      variables.putAll(tried.variables);
      mayHaveLeft |= tried.mayHaveLeft;
      leaving = tried.leaving;
      return !outcome.unproven().isEmpty();
    }
  }

  /** The same at this point, on other work. */
  private Blocks on(Work trial) {
    Blocks same = new Blocks(trial, body, new HashMap<>(variables), gaps);
    same.made.addAll(made);
    return same;
  }

  // ---- errors

  private void run(BlockStep.Nested nested) {
    Map<String, Datum> outer = new HashMap<>(variables);
    if (nested.variables().stream().anyMatch(this::hasNoType)) {
      return;
    }
    nested.variables().forEach(v -> assign(v.name(), evaluation().of(v.value())));
    if (nested.handlers().isEmpty()) {
      run(nested.steps());
    } else {
      tryOut(nested);
    }
    for (BlockStep.Variable variable : nested.variables()) {
      variables.remove(variable.name());
      Optional.ofNullable(outer.get(variable.name()))
          .ifPresent(value -> variables.put(variable.name(), value));
    }
  }

  /** Whether it is certain that there is no type of a variable, which is said. */
  private boolean hasNoType(BlockStep.Variable variable) {
    Types types = new Types(work);
    Optional<QualifiedName> absent = variable.type().map(QualifiedName::of).filter(types::isAbsent);
    absent.ifPresent(types::missingOrUnsure);
    return absent.isPresent();
  }

  private void tryOut(BlockStep.Nested nested) {
    Handlers handlers = new Handlers(nested.handlers());
    Touched touched = Touched.by(work.schema(), variables, nested.steps());
    Work trial = work.trial();
    on(trial).run(nested.steps());
    List<Problem> problems = trial.outcome().problems();
    boolean handled = problems.stream().anyMatch(handlers::handle);
    boolean mayBeHandled = problems.stream().anyMatch(handlers::mayHandle);
    if (!handled && (mayBeHandled || trial.adoptsAnything())) {
      work.unproven(UNKNOWN);
      touch(List.of(nested));
      return;
    }
    Schema before = work.schema();
    boolean alone = nested.handlers().size() == 1;
    boolean mayFail =
        tryOut(
            nested.steps(),
            handlers::handle,
            alone ? nested.handlers().get(0).steps() : List.<BlockStep>of());
    if (mayFail) {
      nested.handlers().forEach(handler -> touch(handler.steps()));
    }
    if (!handled && handlers.mayHide(nested.steps())) {
      touched.mark(work, "whether a `DO` block fails halfway", Optional.empty());
      NewObjects.doubtAll(work, before);
    }
  }
}
