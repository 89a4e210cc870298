package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What the levels of a query read from, with the columns of each. */
final class Sources {
  private Sources() {}

  /**
   * Something that a query level reads from.
   *
   * @param alias what its columns can be qualified with
   * @param schema the schema, where its columns can be qualified with that too
   * @param oid the number of the relation; 0 for others
   * @param renames whether a new name of the relation is one of the alias too
   * @param complete whether it has no other columns
   * @param shy whether its columns are only found where they are qualified
   */
  record Source(
      Optional<String> alias,
      Optional<String> schema,
      int oid,
      boolean renames,
      List<SourceColumn> columns,
      boolean complete,
      boolean shy) {
    Source {
      columns = List.copyOf(columns);
    }

    /** The same, its columns only found where they are qualified. */
    Source asShy() {
      return new Source(alias, schema, oid, renames, columns, complete, true);
    }

    List<SourceColumn> named(String column) {
      return columns.stream().filter(c -> c.name().equals(column)).toList();
    }

    boolean isCalled(String qualifier) {
      return alias.filter(qualifier::equals).isPresent();
    }
  }

  /**
   * A column of a source.
   *
   * @param ref the column; oid 0 where it is none of a relation, or has another name here
   * @param collation as SQL; empty for the type's own
   */
  record SourceColumn(String name, Ref ref, TypeRef type, String collation, boolean renamed) {}

  /** A relation under its own name or an alias. */
  static Source of(
      Relation relation,
      Optional<String> schema,
      Optional<String> alias,
      boolean aliased,
      List<String> columnAliases,
      boolean sure) {
    List<SourceColumn> columns = new ArrayList<>();
    for (Column column : relation.columns()) {
      int place = columns.size();
      boolean renamed = place < columnAliases.size();
      columns.add(
          new SourceColumn(
              renamed ? columnAliases.get(place) : column.name(),
              new Ref(relation.oid(), column.number()),
              column.type(),
              column.collation(),
              renamed));
    }
    return new Source(
        alias, schema, relation.oid(), !aliased, columns, sure && relation.complete(), false);
  }

  /** The result of a query. */
  static Source of(
      List<Resolution.Output> outputs,
      boolean complete,
      Optional<String> alias,
      List<String> columnAliases) {
    List<SourceColumn> columns =
        IntStream.range(0, Math.max(outputs.size(), complete ? 0 : columnAliases.size()))
            .mapToObj(
                i ->
                    new SourceColumn(
                        i < columnAliases.size() ? columnAliases.get(i) : outputs.get(i).name(),
                        Ref.to(0),
                        i < outputs.size() ? outputs.get(i).type() : TypeRef.UNKNOWN,
                        i < outputs.size() ? outputs.get(i).collation() : "",
                        false))
            .toList();
    return new Source(alias, Optional.empty(), 0, false, columns, complete, false);
  }

  /** The one row of a sequence. */
  static Source ofSequence(Optional<String> alias, List<String> columnAliases) {
    return of(
        List.of(
            new Resolution.Output("last_value", TypeRef.of("int8"), ""),
            new Resolution.Output("log_cnt", TypeRef.of("int8"), ""),
            new Resolution.Output("is_called", TypeRef.of("bool"), "")),
        true,
        alias,
        columnAliases);
  }

  /** Something whose columns only the server knows. */
  static Source unknown(Optional<String> alias, Optional<String> schema, List<String> columns) {
    return new Source(
        alias,
        schema,
        0,
        false,
        columns.stream()
            .map(name -> new SourceColumn(name, Ref.to(0), TypeRef.UNKNOWN, "", false))
            .toList(),
        false,
        false);
  }

  /** The number of the source of a name among others. */
  static OptionalInt called(List<Source> sources, String qualifier) {
    return IntStream.range(0, sources.size())
        .filter(i -> sources.get(i).isCalled(qualifier))
        .findFirst();
  }
}
