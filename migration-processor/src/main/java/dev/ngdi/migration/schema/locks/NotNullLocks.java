package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Table;
import java.util.Optional;

/** Columns that begin to refuse null: which tables are read to see whether they can. */
final class NotNullLocks {
  private final Taken taken;

  NotNullLocks(Taken taken) {
    this.taken = taken;
  }

  void set(Iterable<Integer> tables, String column) {
    tables.forEach(oid -> set(oid, column));
  }

  private void set(int oid, String name) {
    Optional<Table> table = taken.table(oid);
    if (table.isEmpty()) {
      return;
    }
    if (isSet(oid, name) || implied(table.get(), name)) {
      return;
    }
    taken.scan(oid);
    if (!taken.known(oid)) {
      taken.assumed(
          oid, "whether `%s` of `%s` can be null is not known".formatted(name, table.get().name()));
    }
  }

  /** Whether a column refuses null before the statement. */
  boolean isSet(int oid, String name) {
    return taken
        .before()
        .get(oid, Table.class)
        .filter(
            table ->
                table
                    .column(name)
                    .filter(column -> Implication.isNotNull(taken.before(), table, column))
                    .isPresent())
        .isPresent();
  }

  /** By a check that was there before the statement and is there after it. */
  boolean implied(Table table, String column) {
    return new Implication(
            taken.before(), table, check -> taken.after().get(check.oid()).isPresent())
        .impliesNotNull(column);
  }
}
