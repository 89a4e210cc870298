package dev.ngdi.migration.rules;

/** A check that is added without anybody waiting for the rows to be read. */
final class LaterCheck {
  private LaterCheck() {}

  /** The migrations that give a table a check without anybody waiting for its rows to be read. */
  static void add(Sequel sequel, String table, String name, String condition) {
    String drop = "ALTER TABLE " + table + " DROP CONSTRAINT " + name;
    String add =
        "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s) NOT VALID".formatted(table, name, condition);
    sequel
        .then("New rows of `%s` are checked.".formatted(table), add, drop)
        .then(
            "The rows that `%s` has are checked, while it is in use.".formatted(table),
            "ALTER TABLE " + table + " VALIDATE CONSTRAINT " + name,
            drop + ";\n" + add);
  }
}
