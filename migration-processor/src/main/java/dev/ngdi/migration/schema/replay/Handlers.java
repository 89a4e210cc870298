package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.sql.BlockStep;
import dev.ngdi.migration.sql.IndexElement;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which errors {@code EXCEPTION} goes on after. */
record Handlers(List<BlockStep.Branch> branches) {
  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("0A000", "feature_not_supported"),
          Map.entry("2BP01", "dependent_objects_still_exist"),
          Map.entry("3F000", "invalid_schema_name"),
          Map.entry("42601", "syntax_error"),
          Map.entry("42701", "duplicate_column"),
          Map.entry("42703", "undefined_column"),
          Map.entry("42704", "undefined_object"),
          Map.entry("42710", "duplicate_object"),
          Map.entry("42723", "duplicate_function"),
          Map.entry("42804", "datatype_mismatch"),
          Map.entry("42809", "wrong_object_type"),
          Map.entry("42830", "invalid_foreign_key"),
          Map.entry("42883", "undefined_function"),
          Map.entry("42P01", "undefined_table"),
          Map.entry("42P06", "duplicate_schema"),
          Map.entry("42P07", "duplicate_table"),
          Map.entry("42P16", "invalid_table_definition"),
          Map.entry("42P17", "invalid_object_definition"),
          Map.entry("55000", "object_not_in_prerequisite_state"));

  Handlers {
    branches = List.copyOf(branches);
  }

  /** Whether one of them is for a problem, as far as its code says. */
  boolean handle(Problem problem) {
    String name = STATES.getOrDefault(problem.sqlState(), "?");
    return branches.stream()
        .map(BlockStep.Branch::condition)
        .anyMatch(
            errors ->
                hasWord(errors, "others")
                    || hasWord(errors, name)
                    || errors.contains("'" + problem.sqlState() + "'"));
  }

  /**
   * Whether one of them may be for a problem: the server can have another code for the same, and
   * find another one first in what is not possible.
   */
  boolean mayHandle(Problem problem) {
    return handle(problem)
        || branches.stream().anyMatch(branch -> ofKind(branch.condition(), problem.kind()));
  }

  /** Whether they go on after errors of some steps that nobody can foresee. */
  boolean mayHide(List<BlockStep> steps) {
    boolean unordered = steps.stream().anyMatch(Handlers::mayHaveNoOrder);
    return !steps.stream().allMatch(Handlers::failsForeseeably)
        && branches.stream()
            .anyMatch(
                branch ->
                    (hasWord(branch.condition(), "others")
                            || (unordered && hasWord(branch.condition(), "undefined_object")))
                        && branch.steps().stream().noneMatch(BlockStep.Fail.class::isInstance));
  }

  /** Whether it makes an index that may not take values of the types it is made of. */
  private static boolean mayHaveNoOrder(BlockStep step) {
    if (!(step instanceof BlockStep.Sql sql)) {
      return false;
    }
    if (sql.statement() instanceof Statement.CreateIndex create) {
      return mayHaveNoOrder(create.clauses().method(), create.elements());
    }
    return sql.statement() instanceof Statement.AlterTable alter
        && alter.actions().stream()
            .flatMap(
                action ->
                    action instanceof TableAction.AddConstraint add
                        ? Stream.of(add.constraint())
                        : action instanceof TableAction.AddColumn add
                            ? add.definition().constraints().stream()
                            : Stream.empty())
            .anyMatch(
                constraint -> mayHaveNoOrder(constraint.index().method(), constraint.elements()));
  }

  private static boolean mayHaveNoOrder(String method, List<IndexElement> elements) {
    return elements.stream()
        .filter(element -> element.operatorClass().isEmpty())
        .anyMatch(element -> element.column().isEmpty() || !method.equals("btree"));
  }

  /** Whether neither rows nor the server's settings, nor types of values, can make it fail. */
  private static boolean failsForeseeably(BlockStep step) {
    if (!(step instanceof BlockStep.Sql sql)) {
      return step instanceof BlockStep.Fail;
    }
    Statement statement = sql.statement();
    return statement instanceof Statement.DropObject
        || statement instanceof Statement.DropIndex
        || (statement instanceof Statement.CreateObject create
            && Set.of("TYPE", "SCHEMA", "SEQUENCE").contains(create.kind()))
        || (statement instanceof Statement.AlterTable alter
            && alter.actions().stream().allMatch(Handlers::failsForeseeably));
  }

  private static boolean failsForeseeably(TableAction action) {
    return action instanceof TableAction.DropColumn
        || action instanceof TableAction.DropConstraint
        || action instanceof TableAction.RenameColumn
        || action instanceof TableAction.RenameTable
        || (action instanceof TableAction.AddColumn add
            && add.definition().constraints().isEmpty());
  }

  private static boolean ofKind(String errors, Problem.Kind kind) {
    String names = errors.toLowerCase(Locale.ROOT);
    return switch (kind) {
      case NAME_TAKEN -> names.contains("duplicate_") || names.contains("unique_violation");
      case NAME_NOT_FOUND -> names.contains("undefined_") || names.contains("invalid_schema");
      case STILL_NEEDED -> names.contains("dependent_objects");
      default -> true;
    };
  }

  private static boolean hasWord(String errors, String name) {
    return List.of(errors.toLowerCase(Locale.ROOT).split("[^a-z_]+")).contains(name);
  }
}
