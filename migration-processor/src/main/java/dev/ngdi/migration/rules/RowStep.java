package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.locks.LockMode.Blocked;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.RowChange;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A change, in {@code up}, of rows that were there before the migration, or that it copies from a
 * table that was.
 *
 * @param statement the statement
 * @param rows what it changes, taken apart
 * @param source the table whose rows decide how many it changes: its own or, for an {@code INSERT}
 *     from a query, the first one that the query reads
 */
record RowStep(Change change, Statement.ChangeRows statement, RowChange rows, Table source) {
  private static final Pattern LIMITED = Pattern.compile("(?i)\\b(limit|fetch\\s+(first|next))\\b");
  private static final Pattern VALUES = Pattern.compile("(?i)\\(\\s*values\\b|\\bunnest\\s*\\(");

  /** All of them, in order. */
  static List<RowStep> in(Subject subject) {
    List<RowStep> steps = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      if (change.statement() instanceof Statement.ChangeRows statement) {
        for (RowChange rows : RowChange.of(statement)) {
          source(subject.timeline(), change, rows)
              .ifPresent(table -> steps.add(new RowStep(change, statement, rows, table)));
        }
      }
    }
    return List.copyOf(steps);
  }

  private static Optional<Table> source(Timeline timeline, Change change, RowChange rows) {
    if (rows.command().equals("INSERT")) {
      return rows.read().stream()
          .flatMap(read -> table(timeline, change, read.name()).stream())
          .findFirst();
    }
    return table(timeline, change, rows.table());
  }

  private static Optional<Table> table(Timeline timeline, Change change, QualifiedName name) {
    Optional<Relation> relation = timeline.existing(change, name);
    return relation
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(table -> table.persistence() != Table.Persistence.TEMPORARY);
  }

  /** How many of the source's rows it takes. */
  RowBound bound() {
    String sql = statement.source().sql();
    if (LIMITED.matcher(sql).find()) {
      return RowBound.RANGE;
    }
    boolean listed = VALUES.matcher(sql).find() || rows.command().equals("MERGE");
    if (listed && (rows.joined() || rows.fromQuery())) {
      return RowBound.RANGE;
    }
    return rows.condition()
        .map(condition -> RowBound.of(change.before(), source, condition))
        .orElse(RowBound.ALL);
  }

  /** The statement for one of the first two ranges of the source's key, counted from 0. */
  String ranged(int nth) {
    boolean qualified = rows.joined() || rows.read().size() > 1;
    String range =
        KeyRange.of(change.before(), source).condition(nth, qualified ? qualifier() : "");
    return rows.with(statement.source().sql(), range, bound() != RowBound.ALL);
  }

  private String qualifier() {
    if (!rows.command().equals("INSERT")) {
      return rows.qualifier();
    }
    return rows.read().stream()
        .filter(read -> read.name().name().equals(source.name()))
        .findFirst()
        .flatMap(Fragment.RelationSource::alias)
        .orElse(source.name());
  }

  /** The statement cut into ranges: the first to take its place, the second as a remark. */
  String inRanges() {
    return Statements.ended(ranged(0))
        + "\n-- and so on, each range in a data migration of its own:\n-- "
        + Statements.ended(ranged(1)).replace("\n", "\n-- ");
  }

  /** What shares its transaction and locks a table that is in use against writes or reads. */
  Optional<Change> strongLockBeside(Subject subject) {
    boolean transaction =
        subject.transaction() != Subject.TransactionMode.NONE
            && subject.up().filter(up -> up.runsInTransaction()).isPresent();
    return subject.timeline().up().stream()
        .filter(other -> transaction && !(other.statement() instanceof Statement.ChangeRows))
        .filter(
            other ->
                other.locks().relations().stream()
                    .anyMatch(lock -> lock.blocks().compareTo(Blocked.WRITES) >= 0))
        .findFirst();
  }

  /** Whether it puts rows into a table that the migration makes, where nobody waits for them. */
  boolean fillsNewTable(Subject subject) {
    return rows.command().equals("INSERT")
        && change
            .before()
            .relation(rows.table())
            .found()
            .filter(table -> !subject.timeline().existed(table))
            .isPresent();
  }

  /** Whether it shares its transaction with such a statement and can take long. */
  boolean isMixed(Subject subject) {
    return bound() != RowBound.KEY && strongLockBeside(subject).isPresent();
  }
}
