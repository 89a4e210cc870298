package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.BlockStep;
import dev.ngdi.migration.sql.DynamicSql;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Position;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A routine that is called, and all those that it calls in turn. */
final class CalledRoutines {
  private final Schema schema;
  private final Map<Integer, Routine> routines = new LinkedHashMap<>();
  private final List<BlockStep> steps = new ArrayList<>();

  private CalledRoutines(Schema schema) {
    this.schema = schema;
  }

  static CalledRoutines from(Schema schema, Routine routine) {
    CalledRoutines called = new CalledRoutines(schema);
    called.add(routine);
    return called;
  }

  /** What they do, each routine's steps once. */
  List<BlockStep> steps() {
    return steps;
  }

  /**
   * What the SQL can name that they put together when they are called so.
   *
   * @return empty where it can name anything
   */
  Optional<DynamicSql> dynamicSql(Fragment call, String block) {
    boolean rows = call.scopes().stream().anyMatch(scope -> !scope.sources().isEmpty());
    boolean variables = call.scopes().stream().anyMatch(scope -> !scope.columns().isEmpty());
    if (rows || (variables && block.isEmpty())) {
      return Optional.empty();
    }
    Optional<DynamicSql> all = DynamicSql.ofArguments(call.sql());
    if (variables) {
      all = and(all, DynamicSql.of(block));
    }
    for (Routine routine : routines.values()) {
      all = and(all, DynamicSql.of(routine.body()));
      for (Routine.Argument argument : routine.arguments()) {
        all = and(all, DynamicSql.ofArguments(argument.defaultValue().map(Bound::sql).orElse("")));
      }
    }
    return all;
  }

  private static Optional<DynamicSql> and(Optional<DynamicSql> one, Optional<DynamicSql> other) {
    return one.flatMap(first -> other.map(first::and));
  }

  private void add(Routine routine) {
    if (routines.putIfAbsent(routine.oid(), routine) != null) {
      return;
    }
    List<BlockStep> own = steps(routine);
    steps.addAll(own);
    own.forEach(this::addCalls);
  }

  /** What a routine does. */
  static List<BlockStep> steps(Routine routine) {
    return steps(routine, Position.START);
  }

  /**
   * The same for a call.
   *
   * @param at where all of it is shown
   */
  static List<BlockStep> steps(Routine routine, Position at) {
    if (routine.language().equals("plpgsql")) {
      return BlockStep.read(routine.body(), offset -> at);
    }
    boolean read = routine.language().equals("sql") && routine.atomic().isEmpty();
    List<BlockStep> steps = new ArrayList<>();
    if (read) {
      Script.parse(routine.body(), at)
          .statements()
          .forEach(s -> steps.add(new BlockStep.Sql(s, new Term.Other(), List.of())));
    }
    return steps;
  }

  private void addCalls(BlockStep step) {
    if (step instanceof BlockStep.Sql sql) {
      addCalls(sql.statement());
    } else if (step instanceof BlockStep.Choice choice) {
      choice.branches().forEach(branch -> branch.steps().forEach(this::addCalls));
    } else if (step instanceof BlockStep.Loop loop) {
      loop.steps().forEach(this::addCalls);
    } else if (step instanceof BlockStep.Nested nested) {
      nested.steps().forEach(this::addCalls);
      nested.handlers().forEach(handler -> handler.steps().forEach(this::addCalls));
    }
  }

  private void addCalls(Statement statement) {
    if (statement instanceof Statement.Query query) {
      addCalls(query.names());
    } else if (statement instanceof Statement.ChangeRows change) {
      addCalls(change.names());
    }
  }

  private void addCalls(Fragment fragment) {
    fragment.functions().forEach(use -> schema.routines(use.name()).forEach(this::add));
  }
}
