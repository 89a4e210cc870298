package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.locks.LockMode;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of a transaction that locks one table in use while it waits for another. */
final class WideLockWindow implements Rule {
  @Override
  public String summary() {
    return "two tables that have nothing to do with each other locked in one transaction";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (!HeldLocks.untilTheEnd(subject)) {
      return List.of();
    }
    List<Window> windows = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      List<RelationLock> locks = locks(change);
      Optional<Window> open = windows.stream().filter(window -> window.has(locks)).findFirst();
      if (open.isPresent()) {
        open.get().add(change, locks);
      } else if (!locks.isEmpty()) {
        Window window = new Window(locks.get(0).name());
        window.add(change, locks);
        windows.add(window);
      }
    }
    return windows.size() < 2 ? List.of() : List.of(finding(subject, windows));
  }

  /** Tables that are locked together because one statement needs them together. */
  private static final class Window {
    private final String table;
    private final Set<Integer> tables = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();

    private Window(String table) {
      this.table = table;
    }

    private boolean has(List<RelationLock> locks) {
      return locks.stream().anyMatch(lock -> tables.contains(lock.oid()));
    }

    private void add(Change change, List<RelationLock> locks) {
      changes.add(change);
      for (RelationLock lock : locks) {
        tables.add(lock.oid());
        change.after().get(lock.oid(), Table.class).ifPresent(t -> tables.addAll(t.parents()));
        change.after().children(lock.oid()).forEach(child -> tables.add(child.oid()));
      }
    }
  }

  // what is dropped is out of use, and what a new table refers to has a rule of its own
  private static List<RelationLock> locks(Change change) {
    return change.statement() instanceof Statement.CreateTable
        ? List.of()
        : HeldLocks.of(change, LockMode.SHARE_ROW_EXCLUSIVE).stream()
            .filter(lock -> lock.mode() != LockMode.EXCLUSIVE)
            .filter(lock -> change.after().get(lock.oid(), Relation.class).isPresent())
            .toList();
  }

  private static Finding finding(Subject subject, List<Window> windows) {
    Window second = windows.get(1);
    Sequel sequel = Sequel.of(subject);
    for (Window window : windows.subList(1, windows.size())) {
      Apart.migration(sequel, window.changes);
    }
    Statement statement = second.changes.get(0).statement();
    return Finding.at(
        Part.UP,
        statement,
        "`%s` waits for `%s` while `%s` is locked: whoever needs `%s` waits as well, and whoever uses the two the other way round ends in a deadlock"
            .formatted(
                Statements.summary(statement),
                second.table,
                windows.get(0).table,
                windows.get(0).table),
        sequel.text());
  }
}
