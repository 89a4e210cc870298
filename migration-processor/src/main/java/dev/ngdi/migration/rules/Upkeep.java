package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.stream.Stream;

/** Work on a table that rewrites it, as the rules on it speak of it. */
final class Upkeep {
  private static final String ONLINE =
      "`pg_repack`, which does the same beside the application, outside of a migration";

  private Upkeep() {}

  /** A finding for each table that was there before; one for all tables where none is named. */
  static Stream<Finding> findings(Occurrence<Statement.Maintenance> work, String what) {
    Statement.Maintenance statement = work.statement();
    if (statement.targets().isEmpty()) {
      return Stream.of(finding(work, what, "every table"));
    }
    return statement.targets().stream()
        .filter(name -> work.existing(name).isPresent())
        .map(name -> finding(work, what, "`" + name.sql() + "`"));
  }

  private static Finding finding(
      Occurrence<Statement.Maintenance> work, String what, String table) {
    return work.finding(
        "`%s` writes %s anew while nobody can read or write it".formatted(what, table), ONLINE);
  }
}
