package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * An index that a {@code DROP INDEX} of {@code up} takes from a table that was there before.
 *
 * @param name its name as the statement has it
 * @param index the index, where it is known
 */
record IndexDrop(Occurrence<Statement.DropIndex> drop, QualifiedName name, Optional<Index> index) {

  /** All of them; an index of which nothing is known was there if the history is open. */
  static List<IndexDrop> in(Subject subject) {
    return Occurrence.in(subject, Statement.DropIndex.class).stream()
        .flatMap(
            drop ->
                drop.statement().names().stream()
                    .map(name -> new IndexDrop(drop, name, drop.before().index(name).found())))
        .filter(IndexDrop::existed)
        .toList();
  }

  private boolean existed() {
    Schema before = drop.before();
    return index
        .map(
            known ->
                before
                    .get(known.table())
                    .filter(table -> drop.subject().timeline().existed(table))
                    .isPresent())
        .orElseGet(() -> before.open() && before.inRelations(name).found().isEmpty());
  }

  /** The constraint that the index belongs to. */
  Optional<Constraint> owner() {
    return index.flatMap(known -> IndexSql.owner(drop.before(), known));
  }

  /** Whether PostgreSQL lets the statement be concurrent, which it does for one index alone. */
  boolean canBeConcurrent() {
    return !drop.statement().cascade()
        && owner().isEmpty()
        && index.filter(i -> i.parent() != 0 || IndexSql.isPartitioned(drop.before(), i)).isEmpty();
  }

  /** Whether the migration goes on to drop the table too. */
  boolean tableGoes() {
    return index
        .filter(known -> drop.subject().timeline().end().get(known.table()).isEmpty())
        .isPresent();
  }

  /** The table, where it is known, as a sentence names it. */
  String table() {
    return index
        .map(known -> "`" + Rendering.name(drop.before(), known.table()) + "`")
        .orElse("its table");
  }

  /** The index that the migration builds in place of this one, behind it. */
  Optional<Occurrence<Statement.CreateIndex>> replacement() {
    List<Change> later = drop.later();
    return Occurrence.in(drop.subject(), Statement.CreateIndex.class).stream()
        .filter(create -> later.contains(create.change()) && takesPlace(create))
        .findFirst();
  }

  private boolean takesPlace(Occurrence<Statement.CreateIndex> create) {
    Optional<QualifiedName> other = IndexSql.name(create.change(), create.statement());
    boolean sameName = other.filter(n -> Statements.sameName(n, name)).isPresent();
    return index
        .map(known -> onSameTable(create, known) && (sameName || beginsAlike(create, known)))
        .orElse(sameName && IndexSql.onExistingTable(create));
  }

  private static boolean onSameTable(Occurrence<Statement.CreateIndex> create, Index known) {
    return create
        .existing(create.statement().table())
        .filter(table -> table.oid() == known.table())
        .isPresent();
  }

  private boolean beginsAlike(Occurrence<Statement.CreateIndex> create, Index known) {
    Optional<String> first =
        drop.before()
            .get(known.table(), Relation.class)
            .flatMap(table -> table.column(known.parts().get(0).column()))
            .map(Column::name);
    return first.isPresent() && create.statement().elements().get(0).column().equals(first);
  }

  /** The statement that brings the index back without blocking anybody. */
  String back() {
    return index
        .map(known -> IndexSql.concurrentDefinition(drop.before(), known))
        .orElse("CREATE INDEX CONCURRENTLY " + name.sql() + " ON …");
  }
}
