package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An action of an {@code ALTER TABLE} in {@code up}, on a table that was there before the migration
 * and so can have rows and users.
 *
 * @param change the statement
 * @param alter the statement as what it is
 * @param table the table as the statement meets it
 * @param action the action
 */
record Alteration<A extends TableAction>(
    Change change, Statement.AlterTable alter, Table table, A action) {

  /** A finding about it. */
  Finding finding(String problem, String instead) {
    return Finding.at(Part.UP, change.statement(), problem, instead);
  }

  /** All of one sort, in order. */
  static <A extends TableAction> List<Alteration<A>> in(Subject subject, Class<A> type) {
    List<Alteration<A>> found = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      if (change.statement() instanceof Statement.AlterTable alter) {
        Optional<Relation> table = subject.timeline().existing(change, alter.table());
        if (table.isPresent() && table.get() instanceof Table known) {
          alter.actions().stream()
              .filter(type::isInstance)
              .forEach(
                  action -> found.add(new Alteration<>(change, alter, known, type.cast(action))));
        }
      }
    }
    return List.copyOf(found);
  }
}
