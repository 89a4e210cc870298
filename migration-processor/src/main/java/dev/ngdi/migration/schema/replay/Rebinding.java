package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves what names one table's columns to another table that has columns of the same names: to what
 * inherits, or to what is made {@code LIKE} it.
 */
final class Rebinding {
  private final Relation from;
  private final Relation to;

  Rebinding(Work work, int from, int to) {
    this.from = work.get(from, Relation.class).orElseThrow();
    this.to = work.get(to, Relation.class).orElseThrow();
  }

  /** The number of the other table's column; 0 where it has none. */
  int column(int number) {
    return from.column(number)
        .flatMap(column -> to.column(column.name()))
        .map(Column::number)
        .orElse(0);
  }

  List<Integer> columns(List<Integer> numbers) {
    return numbers.stream().map(this::column).toList();
  }

  Bound bound(Bound bound) {
    return new Bound(
        bound.sql(),
        bound.names().stream()
            .map(
                name ->
                    new Bound.Name(name.start(), name.end(), target(name.target()), name.form()))
            .toList(),
        bound.certain());
  }

  private Ref target(Ref ref) {
    if (ref.oid() != from.oid()) {
      return ref;
    }
    return new Ref(to.oid(), ref.column() == 0 ? 0 : column(ref.column()));
  }

  Index.Part part(Index.Part part) {
    return new Index.Part(
        part.column() == 0 ? 0 : column(part.column()),
        part.expression().map(this::bound),
        part.collation(),
        part.operatorClass(),
        part.descending(),
        part.nullsFirst(),
        part.operator());
  }

  Expressions.Binding binding(Bound bound) {
    return bindingOf(bound(bound), to.oid());
  }

  /** What a bound expression needs. */
  static Expressions.Binding bindingOf(Bound bound, int relation) {
    Set<Ref> needs = new LinkedHashSet<>();
    Set<Integer> columns = new LinkedHashSet<>();
    for (Bound.Name name : bound.names()) {
      if (name.target().oid() != relation) {
        needs.add(name.target());
      } else if (name.target().column() != 0) {
        columns.add(name.target().column());
      }
    }
    return new Expressions.Binding(bound, relation, needs, Set.of(), columns);
  }

  Optional<Bound> bound(Optional<Bound> bound) {
    return bound.map(this::bound);
  }
}
