package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The key of a table that a foreign key refers to. */
final class ReferencedKey {
  private ReferencedKey() {}

  /** What a foreign key refers to; empty if it cannot, which is said. */
  static Optional<Constraint.Reference> of(
      Work work, int oid, int target, ConstraintDefinition.References said, int count) {
    List<Integer> setColumns = Constraints.columns(work, oid, said.setColumns());
    List<Integer> columns;
    int index;
    if (said.columns().isEmpty()) {
      Optional<Constraint> key = Keys.primaryKey(work, target);
      if (key.isEmpty() && known(work, target)) {
        work.problem(
            Problem.Kind.KEY_NOT_UNIQUE,
            "42704",
            "`%s` has no primary key to refer to".formatted(said.table().sql()),
            "");
        return Optional.empty();
      }
      if (key.filter(k -> isDeferrable(work, k, said)).isPresent()) {
        return Optional.empty();
      }
      columns = key.map(Constraint::columns).orElse(List.of());
      index = key.map(Constraint::index).orElse(0);
    } else {
      columns = Constraints.columns(work, target, said.columns());
      if (columns.size() < said.columns().size()) {
        return Optional.empty();
      }
      index = unique(work, target, columns, said.period());
      Set<Integer> wanted = Set.copyOf(columns);
      Optional<Constraint> deferrable =
          work.schema().of(target, Constraint.class).stream()
              .filter(c -> c.type() == Kind.PRIMARY_KEY || c.type() == Kind.UNIQUE)
              .filter(c -> c.state().deferrable() && Set.copyOf(c.columns()).equals(wanted))
              .findFirst();
      if (index == 0
          && known(work, target)
          && deferrable.filter(k -> isDeferrable(work, k, said)).isPresent()) {
        return Optional.empty();
      }
      if (index == 0 && known(work, target)) {
        notUnique(work, target, said);
        return Optional.empty();
      }
    }
    if (!columns.isEmpty() && columns.size() != count) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42830",
          "the foreign key has %d columns and refers to %d".formatted(count, columns.size()),
          "");
      return Optional.empty();
    }
    if (index == 0) {
      work.unproven(
          "whether what the foreign key refers to in `%s` is unique".formatted(said.table().sql()));
    }
    return Optional.of(
        new Constraint.Reference(
            target,
            columns,
            index,
            said.match(),
            said.onUpdate(),
            said.onDelete(),
            setColumns,
            said.period()));
  }

  /** Whether a key holds at the end of a transaction only, which is said. */
  private static boolean isDeferrable(
      Work work, Constraint key, ConstraintDefinition.References said) {
    boolean deferrable = key.state().deferrable();
    if (deferrable) {
      work.problem(
          Problem.Kind.KEY_NOT_UNIQUE,
          "55000",
          "the constraint `%s` of `%s` is deferrable, so no foreign key can refer to it"
              .formatted(key.name(), said.table().sql()),
          "");
    }
    return deferrable;
  }

  private static boolean known(Work work, int oid) {
    Table table = work.table(oid);
    return table.complete()
        && !new Finder(work).unsure(table)
        && !work.schema().unsureOf(oid, Constraint.class)
        && work.schema().indexes(oid).stream().noneMatch(work.schema()::unsure);
  }

  private static void notUnique(Work work, int target, ConstraintDefinition.References said) {
    String columns = String.join(", ", said.columns().stream().map(Identifiers::quote).toList());
    work.problem(
        Problem.Kind.KEY_NOT_UNIQUE,
        "42830",
        "no primary key or unique constraint of `%s` is on exactly (%s)"
            .formatted(said.table().sql(), columns),
        "ALTER TABLE %s ADD UNIQUE (%s)".formatted(Rendering.name(work.schema(), target), columns));
  }

  /** The index that makes these columns unique; 0 for none. */
  private static int unique(Work work, int table, List<Integer> columns, boolean period) {
    Set<Integer> wanted = new HashSet<>(columns);
    Optional<Index> first =
        work.schema().indexes(table).stream()
            .filter(index -> index.unique() && index.predicate().isEmpty())
            .filter(index -> period || !index.method().equals("gist"))
            .filter(index -> index.parts().size() == columns.size())
            .filter(
                index -> index.parts().stream().map(Index.Part::column).allMatch(wanted::contains))
            .filter(index -> Keys.of(work, index).filter(c -> c.state().deferrable()).isEmpty())
            .min(Comparator.comparingInt(Index::oid));
    return first.filter(index -> !work.schema().unsure(index)).map(Index::oid).orElse(0);
  }

  /** Whether the two tables are kept alike; else it is said. */
  static boolean persistenceFits(Work work, Table table, Table target) {
    boolean fits =
        switch (table.persistence()) {
          case PERMANENT -> target.persistence() == Table.Persistence.PERMANENT;
          case UNLOGGED -> target.persistence() != Table.Persistence.TEMPORARY;
          case TEMPORARY -> target.persistence() == Table.Persistence.TEMPORARY;
        };
    if (!fits && target.complete()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "`%s` is not kept as `%s` is, so no foreign key can refer to it"
              .formatted(target.name(), table.name()),
          "");
    }
    return fits || !target.complete();
  }

  /** Whether the columns can be compared; else it is said. */
  static boolean typesFit(
      Work work, Table table, List<Integer> columns, Constraint.Reference reference) {
    Table target = work.table(reference.table());
    for (int i = 0; i < Math.min(columns.size(), reference.columns().size()); i++) {
      Column from = table.column(columns.get(i)).orElseThrow();
      Optional<Column> to = target.column(reference.columns().get(i));
      if (to.isPresent() && !Comparison.by(from.type(), to.get().type())) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "42804",
            "column `%s` is %s and column `%s`, which it refers to, %s"
                .formatted(
                    from.name(),
                    Rendering.type(work.schema(), from.type()),
                    to.get().name(),
                    Rendering.type(work.schema(), to.get().type())),
            "");
        return false;
      }
    }
    return true;
  }

  /** Which types have an equality with each other, where that is certain. */
  private static final class Comparison {
    private static final List<Set<String>> FAMILIES =
        List.of(
            Set.of("int2", "int4", "int8", "numeric", "float4", "float8"),
            Set.of("text", "varchar", "bpchar", "name"),
            Set.of("uuid"),
            Set.of("bool"),
            Set.of("bytea"),
            Set.of("date", "timestamp", "timestamptz"),
            Set.of("json"),
            Set.of("jsonb"),
            Set.of("inet", "cidr"));

    private static boolean by(TypeRef a, TypeRef b) {
      Optional<Set<String>> first = family(a);
      Optional<Set<String>> second = family(b);
      return first.isEmpty() || second.isEmpty() || first.equals(second);
    }

    private static Optional<Set<String>> family(TypeRef type) {
      return type.dimensions() > 0
          ? Optional.empty()
          : FAMILIES.stream().filter(f -> f.contains(type.builtin())).findFirst();
    }
  }
}
