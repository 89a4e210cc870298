package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import java.util.List;
import java.util.Optional;

/** Constraints as SQL. */
final class ConstraintDdl {
  private ConstraintDdl() {}

  /** A constraint with its name, as it stands in a {@code CREATE TABLE}. */
  static String element(Schema schema, Constraint constraint) {
    return "CONSTRAINT " + Written.own(constraint) + " " + definition(schema, constraint);
  }

  /** The statement that adds it to what is there. */
  static String add(Schema schema, Constraint constraint, boolean only) {
    return alter(schema, constraint, only) + " ADD " + element(schema, constraint);
  }

  static String drop(Schema schema, Constraint constraint) {
    return alter(schema, constraint, false) + " DROP CONSTRAINT " + Written.own(constraint);
  }

  static String alter(Schema schema, Constraint constraint, boolean only) {
    boolean domain = schema.get(constraint.scope(), UserType.Domain.class).isPresent();
    return (domain ? "ALTER DOMAIN " : only ? "ALTER TABLE ONLY " : "ALTER TABLE ")
        + Written.name(schema, constraint.scope());
  }

  /** Whether it can stand in a {@code CREATE TABLE} and mean the same. */
  static boolean standsWithTable(Constraint constraint) {
    return constraint.state().validated() || !constraint.state().enforced();
  }

  static String definition(Schema schema, Constraint constraint) {
    return switch (constraint.type()) {
          case NOT_NULL -> notNull(schema, constraint);
          case CHECK -> "CHECK (" + expression(schema, constraint) + ")";
          case UNIQUE -> "UNIQUE" + distinct(schema, constraint) + key(schema, constraint);
          case PRIMARY_KEY -> "PRIMARY KEY" + key(schema, constraint);
          case FOREIGN_KEY -> foreignKey(schema, constraint);
          case EXCLUDE -> exclude(schema, constraint);
        }
        + state(constraint);
  }

  private static String notNull(Schema schema, Constraint constraint) {
    return constraint.columns().isEmpty()
        ? "NOT NULL"
        : "NOT NULL " + Written.columns(schema, constraint.scope(), constraint.columns());
  }

  private static String expression(Schema schema, Constraint constraint) {
    return constraint.expression().map(e -> Written.sql(schema, e)).orElse("…");
  }

  private static Optional<Index> index(Schema schema, Constraint constraint) {
    return schema.get(constraint.index(), Index.class);
  }

  private static String distinct(Schema schema, Constraint constraint) {
    return index(schema, constraint).filter(Index::nullsNotDistinct).isPresent()
        ? " NULLS NOT DISTINCT"
        : "";
  }

  private static String key(Schema schema, Constraint constraint) {
    String columns = Written.columns(schema, constraint.scope(), constraint.columns());
    Optional<Index> index = index(schema, constraint);
    String overlaps =
        index.filter(i -> i.method().equals("gist")).isPresent() ? " WITHOUT OVERLAPS" : "";
    return " ("
        + columns
        + overlaps
        + ")"
        + index.map(i -> IndexDdl.clauses(schema, i, " USING INDEX")).orElse("");
  }

  private static String exclude(Schema schema, Constraint constraint) {
    Optional<Index> index = index(schema, constraint);
    if (index.isEmpty()) {
      return "EXCLUDE …";
    }
    return "EXCLUDE USING "
        + index.get().method()
        + " ("
        + IndexDdl.key(schema, constraint.scope(), index.get().parts())
        + ")"
        + IndexDdl.clauses(schema, index.get(), " USING INDEX");
  }

  private static String foreignKey(Schema schema, Constraint constraint) {
    if (constraint.references().isEmpty()) {
      return "FOREIGN KEY …";
    }
    Constraint.Reference to = constraint.references().get();
    return "FOREIGN KEY ("
        + withPeriod(schema, constraint.scope(), constraint.columns(), to.period())
        + ") REFERENCES "
        + Written.name(schema, to.table())
        + (to.columns().isEmpty()
            ? ""
            : " (" + withPeriod(schema, to.table(), to.columns(), to.period()) + ")")
        + (to.match().equals("FULL") ? " MATCH FULL" : "")
        + action(" ON UPDATE ", to.onUpdate())
        + action(" ON DELETE ", to.onDelete())
        + (to.setColumns().isEmpty()
            ? ""
            : " (" + Written.columns(schema, constraint.scope(), to.setColumns()) + ")");
  }

  private static String withPeriod(
      Schema schema, int table, List<Integer> columns, boolean period) {
    if (!period || columns.isEmpty()) {
      return Written.columns(schema, table, columns);
    }
    int last = columns.size() - 1;
    String before = Written.columns(schema, table, columns.subList(0, last));
    String end = "PERIOD " + Written.column(schema, table, columns.get(last));
    return before.isEmpty() ? end : before + ", " + end;
  }

  private static String action(String event, String action) {
    return action.isEmpty() || action.equals("NO ACTION") ? "" : event + action;
  }

  private static String state(Constraint constraint) {
    Constraint.State state = constraint.state();
    return (state.noInherit() ? " NO INHERIT" : "")
        + (state.deferrable() ? " DEFERRABLE" : "")
        + (state.initiallyDeferred() ? " INITIALLY DEFERRED" : "")
        + (!state.enforced() ? " NOT ENFORCED" : "")
        + (state.enforced() && !state.validated() ? " NOT VALID" : "");
  }
}
