package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.GeneratedNames;
import dev.ngdi.migration.sql.IndexElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The names that PostgreSQL chooses where a statement gives none, free ones always. */
final class ChosenNames {
  private ChosenNames() {}

  /** For an index or a sequence; where it is a constraint too, free among these as well. */
  static String relation(
      Schema schema, int scope, String table, String addition, String label, boolean constraint) {
    return free(
        table,
        addition,
        label,
        name ->
            relationExists(schema, scope, name)
                || (constraint && constraintExists(schema, scope, name)));
  }

  /** For a constraint without an index; others are names that the same statement gives. */
  static String constraint(
      Schema schema,
      int scope,
      String table,
      String addition,
      String label,
      Collection<String> others) {
    return free(
        table,
        addition,
        label,
        name -> others.contains(name) || constraintExists(schema, scope, name));
  }

  private static String free(String table, String addition, String label, Predicate<String> taken) {
    String name = GeneratedNames.name(table, addition, label);
    for (int pass = 1; taken.test(name); pass++) {
      name = GeneratedNames.name(table, addition, label + pass);
    }
    return name;
  }

  private static boolean relationExists(Schema schema, int scope, String name) {
    return schema.inRelations(scope, name).found().isPresent()
        || schema
            .type(scope, name)
            .found()
            .filter(UserType.Composite.class::isInstance)
            .isPresent();
  }

  /** Whether any table or domain of a schema has a constraint of a name. */
  static boolean constraintExists(Schema schema, int scope, String name) {
    return schema.constraints(name).stream()
        .anyMatch(
            constraint ->
                schema.get(constraint.scope()).filter(owner -> owner.scope() == scope).isPresent());
  }

  /** Names of an index's parts, each once: the column's, or what an expression is called. */
  static List<String> parts(List<IndexElement> elements, List<String> include) {
    return columns(elements.stream().map(ChosenNames::of).toList(), include);
  }

  /** Of columns, each once. */
  static List<String> columns(List<String> key, List<String> include) {
    List<String> names = new ArrayList<>();
    key.forEach(column -> add(names, column));
    include.forEach(column -> add(names, column));
    return names;
  }

  private static String of(IndexElement element) {
    return element
        .column()
        .or(() -> element.expression().flatMap(ExpressionName::of))
        .orElse("expr");
  }

  private static void add(List<String> names, String name) {
    String own = name;
    for (int i = 1; names.contains(own); i++) {
      own = GeneratedNames.numbered(name, i);
    }
    names.add(own);
  }

  /** For an index that is not a constraint's. */
  static String index(Schema schema, int scope, String table, List<String> parts) {
    return relation(schema, scope, table, GeneratedNames.addition(parts), "idx", false);
  }

  /** Whether a name is free for a new relation, composite types too. */
  static boolean free(Schema schema, int scope, String name) {
    return !relationExists(schema, scope, name);
  }

  /** For a {@code CHECK}: with the column where it names exactly one. */
  static String check(Schema schema, Relation table, Set<Integer> columns, Set<String> others) {
    Optional<String> column =
        columns.size() == 1
            ? table.column(columns.iterator().next()).map(c -> c.name())
            : Optional.empty();
    return constraint(schema, table.scope(), table.name(), column.orElse(""), "check", others);
  }
}
