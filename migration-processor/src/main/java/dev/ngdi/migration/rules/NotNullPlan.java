package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Identifiers;

/**
 * How a column that has rows comes to refuse null without stopping anybody: the condition first for
 * new rows, then for those that are there, read while everybody works, and only then for good.
 */
final class NotNullPlan {
  /**
   * The first version that knows {@code NOT NULL} as a constraint that can be {@code NOT VALID}.
   */
  private static final int WITH_CONSTRAINT = 18;

  private final String table;
  private final String column;
  private final String constraint;
  private final boolean named;

  private NotNullPlan(String table, String column, String constraint, boolean named) {
    this.table = table;
    this.column = Identifiers.quote(column);
    this.constraint = Identifiers.quote(constraint);
    this.named = named;
  }

  /**
   * For a column.
   *
   * @param sql the table's name as SQL
   */
  static NotNullPlan of(Subject subject, Table table, String sql, String column) {
    boolean named = subject.policy().postgres() >= WITH_CONSTRAINT;
    String constraint = table.name() + "_" + column + (named ? "_not_null" : "_not_null_check");
    return new NotNullPlan(sql, column, constraint, named);
  }

  /** The same with a constraint that is there, not valid yet. */
  NotNullPlan with(String other, boolean isNotNull) {
    NotNullPlan plan = new NotNullPlan(table, "", other, isNotNull);
    return new NotNullPlan(table, column, plan.constraint, isNotNull);
  }

  private String condition() {
    return named ? "NOT NULL " + column : "CHECK (" + column + " IS NOT NULL)";
  }

  /** The statement that asks it of new rows. */
  String forNewRows() {
    return "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID"
        .formatted(table, constraint, condition());
  }

  String dropped() {
    return "ALTER TABLE %s DROP CONSTRAINT %s".formatted(table, constraint);
  }

  /** The statements that ask it of the rows that are there, and then for good. */
  String forAllRows() {
    String validate = "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(table, constraint);
    return named
        ? validate
        : validate
            + "\nALTER TABLE %s ALTER COLUMN %s SET NOT NULL;\n%s;"
                .formatted(table, column, dropped());
  }

  /** What takes that back. */
  String backToNewRows() {
    return named
        ? dropped() + ";\n" + forNewRows() + ";"
        : "ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL;\n%s;"
            .formatted(table, column, forNewRows());
  }

  /** Adds all of it to what follows. */
  void follow(Sequel sequel) {
    sequel.then(why("new rows"), forNewRows(), dropped());
    validate(sequel);
  }

  /** Adds to what follows what comes behind {@link #forNewRows}. */
  void validate(Sequel sequel) {
    sequel.then(why("existing rows"), forAllRows(), backToNewRows());
  }

  private String why(String rows) {
    return "Null is refused in %s of %s, for %s too.".formatted(column, table, rows);
  }
}
