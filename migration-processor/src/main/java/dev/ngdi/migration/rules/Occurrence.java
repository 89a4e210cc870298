package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A statement of {@code up} of one sort, with what it meets.
 *
 * @param change the statement with the schemas around it
 * @param statement the statement as what it is
 */
record Occurrence<S extends Statement>(Subject subject, Change change, S statement) {

  /** All of one sort, in order. */
  static <S extends Statement> List<Occurrence<S>> in(Subject subject, Class<S> type) {
    return subject.timeline().up().stream()
        .filter(change -> type.isInstance(change.statement()))
        .map(change -> new Occurrence<>(subject, change, type.cast(change.statement())))
        .toList();
  }

  /** The schema that it meets. */
  Schema before() {
    return change.before();
  }

  /** What has a name, if it was there before the migration and outlives a session. */
  Optional<Relation> existing(QualifiedName name) {
    return subject
        .timeline()
        .existing(change, name)
        .filter(
            relation ->
                !(relation instanceof Table table)
                    || table.persistence() != Table.Persistence.TEMPORARY);
  }

  /** The table of a name, under the same conditions. */
  Optional<Table> existingTable(QualifiedName name) {
    return existing(name).filter(Table.class::isInstance).map(Table.class::cast);
  }

  /** Whether nothing but timeouts stands beside it. */
  boolean isAlone() {
    return subject.timeline().up().stream()
        .allMatch(other -> other.equals(change) || Statements.isTimeout(other.statement()));
  }

  /** The statements before it. */
  List<Statement> earlier() {
    return subject.timeline().up().stream()
        .takeWhile(other -> !other.equals(change))
        .map(Change::statement)
        .toList();
  }

  /** The statements behind it. */
  List<Change> later() {
    return subject.timeline().up().stream()
        .dropWhile(other -> !other.equals(change))
        .skip(1)
        .toList();
  }

  /** A finding about it. */
  Finding finding(String problem, String instead) {
    return Finding.at(Part.UP, statement, problem, instead);
  }
}
