package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Statements that read and change rows: they change no object, but name some. */
final class Rows {
  private Rows() {}

  static void query(Work work, Statement.Query query) {
    Queries.resolve(work, query.names());
    Session.query(work, query.names());
    Calls.apply(work, query.names());
  }

  static void change(Work work, Statement.ChangeRows change) {
    boolean named = !change.names().scopes().isEmpty();
    if (named) {
      Queries.resolve(work, change.names());
      Calls.apply(work, change.names());
      return;
    }
    boolean truncates = change.command().equals("TRUNCATE");
    for (QualifiedName name : change.tables()) {
      Upkeep.find(work, name)
          .filter(object -> truncates && !(object instanceof Table))
          .ifPresent(object -> NotFound.wrongKind(work, object, "table"));
    }
    if (truncates && !change.cascade()) {
      truncate(work, change.tables());
    }
  }

  /** Rows that foreign keys may hold cannot go all at once, unless those that hold them do too. */
  private static void truncate(Work work, List<QualifiedName> names) {
    Set<Integer> emptied = new HashSet<>();
    names.stream()
        .flatMap(name -> work.schema().relation(name).found().stream())
        .forEach(relation -> collect(work, relation.oid(), emptied));
    Set<Integer> referenced = new HashSet<>(emptied);
    emptied.forEach(table -> collectPartitioned(work, table, referenced));
    for (int table : referenced) {
      work.schema().dependents(Ref.to(table)).stream()
          .flatMap(d -> work.get(d.dependent().oid(), Constraint.class).stream())
          .filter(c -> c.references().filter(r -> r.table() == table).isPresent())
          .filter(c -> !emptied.contains(c.scope()))
          .min(Comparator.comparing(c -> !c.state().enforced()))
          .ifPresent(key -> refuse(work, work.table(table), key));
    }
  }

  /** A key that is not enforced counts only if other things watch the rows of the table. */
  private static void refuse(Work work, Table table, Constraint key) {
    String other = Described.of(work.schema(), Ref.to(key.scope()));
    if (!key.state().enforced()) {
      work.unproven("whether `%s` can be truncated without %s".formatted(table.name(), other));
      return;
    }
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "0A000",
        "`%s` cannot be truncated without %s, which references it".formatted(table.name(), other),
        "");
  }

  /** What references a partitioned table references its partitions. */
  private static void collectPartitioned(Work work, int partition, Set<Integer> into) {
    work.get(partition, Table.class).filter(Table::isPartition).stream()
        .flatMap(table -> table.parents().stream())
        .forEach(
            parent -> {
              into.add(parent);
              collectPartitioned(work, parent, into);
            });
  }

  private static void collect(Work work, int table, Set<Integer> into) {
    if (into.add(table)) {
      work.schema().children(table).forEach(child -> collect(work, child.oid(), into));
    }
  }
}
