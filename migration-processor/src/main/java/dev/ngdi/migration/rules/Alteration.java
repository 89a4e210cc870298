package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.locks.LockEffect;
import dev.ngdi.migration.schema.locks.Locks;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.AlterTableText;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An action of an {@code ALTER TABLE} in {@code up}, on a table that was there before the migration
 * and so can have rows and users.
 *
 * @param start the schema before the migration
 * @param change the statement
 * @param alter the statement as what it is
 * @param table the table as the statement meets it
 * @param action the action
 */
record Alteration<A extends TableAction>(
    Schema start, Change change, Statement.AlterTable alter, Table table, A action) {

  /** A finding about it. */
  Finding finding(String problem, String instead) {
    return Finding.at(Part.UP, change.statement(), problem, instead);
  }

  /** The table's name as the statement writes it. */
  String tableSql() {
    return alter.table().sql();
  }

  /** A column as messages name it: {@code app_user.email}. */
  String named(String column) {
    return Rendering.name(change.after(), table.oid()) + "." + Identifiers.quote(column);
  }

  /** What the action by itself does to relations that were there before the migration. */
  LockEffect effect() {
    Statement.AlterTable alone =
        new Statement.AlterTable(
            alter.source(), alter.table(), alter.ifExists(), alter.only(), alone());
    return Locks.of(change.before(), change.after(), alone, change.before().postgres())
        .onExisting(start);
  }

  /** The action, and the drop of the column in whose place the statement puts another. */
  private List<TableAction> alone() {
    return action instanceof TableAction.AddColumn add
        ? Stream.concat(drops(add.column()), Stream.of((TableAction) add)).toList()
        : List.of(action);
  }

  private Stream<TableAction> drops(String column) {
    return alter.actions().stream()
        .takeWhile(other -> !other.equals(action))
        .filter(other -> other instanceof TableAction.DropColumn d && d.column().equals(column));
  }

  /** Whether a column comes that is not there, or no longer when it comes. */
  boolean isNew(String column) {
    return table.column(column).isEmpty() || drops(column).findAny().isPresent();
  }

  /** Whether it surely does something to a relation. */
  boolean surely(Predicate<RelationLock> what) {
    return effect().relations().stream().filter(RelationLock::certain).anyMatch(what);
  }

  /** Whether it does, or may do, something to a relation. */
  boolean perhaps(Predicate<RelationLock> what) {
    return effect().relations().stream().anyMatch(what);
  }

  /**
   * The statement with other text, or none, in place of the action; empty if nothing is left of it.
   */
  Optional<String> with(Optional<String> other) {
    return AlterTableText.of(alter)
        .map(text -> text.with(alter.actions().indexOf(action), other))
        .orElseGet(() -> other.map(text -> "ALTER TABLE " + tableSql() + " " + text));
  }

  /** All of one sort, in order. */
  static <A extends TableAction> List<Alteration<A>> in(Subject subject, Class<A> type) {
    List<Alteration<A>> found = new ArrayList<>();
    Schema start = subject.timeline().start();
    for (Change change : subject.timeline().up()) {
      if (change.altered().isPresent()
          && change.statement() instanceof Statement.AlterTable alter) {
        Table table = change.altered().get();
        for (TableAction action : alter.actions()) {
          if (type.isInstance(action)) {
            found.add(new Alteration<>(start, change, alter, table, type.cast(action)));
          }
        }
      }
    }
    return List.copyOf(found);
  }
}
