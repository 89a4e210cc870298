package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A constraint that {@code up} adds to a table that was there before.
 *
 * @param at the action that adds it
 */
record AddedConstraint(Subject subject, Alteration<TableAction.AddConstraint> at) {
  private static final int FOREIGN_KEYS_NOT_VALID_ON_PARTITIONED = 18;
  private static final String TIMEOUT = "SET LOCAL lock_timeout = '2s'";

  /** All of one kind, in order; those in a statement that PostgreSQL refuses left out. */
  static List<AddedConstraint> in(Subject subject, Kind kind) {
    return Alteration.in(subject, TableAction.AddConstraint.class).stream()
        .filter(added -> added.action().constraint().kind() == kind)
        .filter(added -> added.change().problems().isEmpty())
        .map(added -> new AddedConstraint(subject, added))
        .toList();
  }

  ConstraintDefinition definition() {
    return at.action().constraint();
  }

  Schema before() {
    return at.change().before();
  }

  Schema after() {
    return at.change().after();
  }

  /** The table as SQL. */
  String table() {
    return at.alter().table().sql();
  }

  boolean onPartitioned() {
    return at.table().partitionBy().isPresent();
  }

  /** Whether it is asked of the rows that are there, too. */
  boolean checksRows() {
    return !definition().state().notValid() && !definition().state().notEnforced();
  }

  /** Whether it could be {@code NOT VALID} first. */
  boolean canBeNotValid() {
    return definition().kind() != Kind.FOREIGN_KEY
        || !onPartitioned()
        || subject.policy().postgres() >= FOREIGN_KEYS_NOT_VALID_ON_PARTITIONED;
  }

  /** Whether it takes over an index that is there. */
  boolean usesIndex() {
    return definition().usingIndex().isPresent();
  }

  /** Whether one of the rules that refuse the statement says how to write it instead. */
  boolean refused() {
    return switch (definition().kind()) {
      case CHECK, FOREIGN_KEY -> checksRows() && canBeNotValid();
      case UNIQUE, PRIMARY_KEY -> !usesIndex() && !onPartitioned();
      case EXCLUDE -> true;
      case NOT_NULL -> false;
    };
  }

  /** The constraint as the statement makes it. */
  Optional<Constraint> made() {
    List<Constraint> all =
        after().of(at.table().oid(), Constraint.class).stream()
            .filter(c -> c.type() == definition().kind() && before().get(c.oid()).isEmpty())
            .toList();
    Optional<String> name = definition().name();
    return all.stream()
        .filter(c -> name.map(c.name()::equals).orElse(hasItsColumns(c)))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private boolean hasItsColumns(Constraint constraint) {
    Optional<Table> table = after().get(at.table().oid(), Table.class);
    List<String> names =
        constraint.columns().stream()
            .flatMap(number -> table.flatMap(t -> t.column(number)).stream())
            .map(column -> column.name())
            .toList();
    return definition().columns().isEmpty() || names.equals(definition().columns());
  }

  /** Its name as SQL: given, or the one that PostgreSQL chooses. */
  String name() {
    return Identifiers.quote(
        definition()
            .name()
            .or(() -> made().map(CatalogObject::name))
            .orElse(at.table().name() + "_check"));
  }

  /** What stands behind its name, whether it says {@code NOT ENFORCED} or not. */
  String body() {
    return definition().sql().strip().replaceFirst("(?i)\\s+NOT\\s+(ENFORCED|VALID)\\b", "");
  }

  /** The statement that adds it without asking it of the rows that are there. */
  String addNotValid() {
    return alter("ADD CONSTRAINT %s %s NOT VALID".formatted(name(), body()));
  }

  String alter(String action) {
    return "ALTER TABLE %s %s".formatted(table(), action);
  }

  String drop() {
    return alter("DROP CONSTRAINT " + name());
  }

  /** The statement with the constraint written otherwise, the rest of it as it is. */
  String with(String constraint) {
    String sql = at.alter().source().sql();
    String written = definition().sql().strip();
    int start = sql.indexOf(written);
    if (start < 0) {
      return alter("ADD " + constraint);
    }
    String head = sql.substring(0, start);
    String unnamed =
        head.replaceFirst("(?is)\\bCONSTRAINT\\s+(\"([^\"]|\"\")+\"|[\\w$]+)\\s*$", "");
    String own = definition().name().isPresent() ? unnamed : head;
    return own + constraint + sql.substring(start + written.length());
  }

  /** Adds to what follows that it holds for the rows that are there. */
  Sequel thenValidate(Sequel sequel) {
    return sequel.then(
        "The constraint %s holds for the rows that were there before it, too.".formatted(name()),
        alter("VALIDATE CONSTRAINT " + name()),
        drop() + ";\n" + addNotValid() + ";");
  }

  /** What takes a lock on tables that others write to, so that it gives up instead of queueing. */
  static String withTimeout(String sql) {
    return TIMEOUT + ";\n" + Statements.ended(sql);
  }

  /** Adds to what follows its index, built while the table is in use, and then itself. */
  Sequel thenUsingIndex(Sequel sequel, List<String> columns) {
    String list = columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    String index = name();
    String schema = at.alter().table().schema().map(s -> Identifiers.quote(s) + ".").orElse("");
    String build = "CREATE UNIQUE INDEX%s" + index + " ON " + table() + " (" + list + ")";
    build += clauses();
    String kind = definition().kind() == Kind.PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE";
    String deferrable =
        (definition().state().deferrable() ? " DEFERRABLE" : "")
            + (definition().state().initiallyDeferred() ? " INITIALLY DEFERRED" : "");
    return sequel
        .then(
            "No two rows of %s have the same %s.".formatted(table(), list),
            "DROP INDEX CONCURRENTLY IF EXISTS %s%s;\n".formatted(schema, index)
                + build.formatted(" CONCURRENTLY ")
                + ";",
            "DROP INDEX CONCURRENTLY " + schema + index)
        .then(
            "The constraint %s takes the index over.".formatted(name()),
            alter(
                "ADD CONSTRAINT %s %s USING INDEX %s%s".formatted(name(), kind, index, deferrable)),
            drop() + ";\n" + build.formatted(" ") + ";");
  }

  private String clauses() {
    ConstraintDefinition.IndexClauses index = definition().index();
    String include =
        index.include().isEmpty()
            ? ""
            : index.include().stream()
                .map(Identifiers::quote)
                .collect(Collectors.joining(", ", " INCLUDE (", ")"));
    return include + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "");
  }

  /** The table that a foreign key refers to, as the statement writes it. */
  Optional<QualifiedName> referenced() {
    return definition().references().map(ConstraintDefinition.References::table);
  }

  Finding finding(String problem, String instead) {
    return at.finding(problem, instead);
  }
}
