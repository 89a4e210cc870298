package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.PartialName;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ADD CONSTRAINT … USING INDEX}: an index becomes a constraint's, and gets its name. */
final class TakenIndex {
  private TakenIndex() {}

  static void add(Work work, int oid, ConstraintDefinition definition, String indexName) {
    Table table = work.table(oid);
    Lookup<CatalogObject> lookup = work.schema().inRelations(table.scope(), indexName);
    if (lookup.found().isEmpty()) {
      missing(work, table, definition, indexName, lookup.sure() && table.complete());
      return;
    }
    if (!(lookup.found().get() instanceof Index index) || index.table() != oid) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "`%s` is no index on `%s`".formatted(indexName, table.name()),
          "");
      return;
    }
    if (work.schema().unsure(index)) {
      doubt(work, table, definition, indexName);
      return;
    }
    if (!suitable(work, table, index)) {
      return;
    }
    if (definition.kind() == Kind.PRIMARY_KEY && Keys.isSecond(work, oid)) {
      return;
    }
    if (table.partitionBy().isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "a constraint of the partitioned table `%s` makes its own index".formatted(table.name()),
          "");
      return;
    }
    String name = definition.name().orElse(indexName);
    if (Constraints.nameTaken(work, table, name)) {
      return;
    }
    if (!name.equals(indexName)
        && NewRelations.taken(work, table.scope(), QualifiedName.of(name), false)) {
      return;
    }
    List<Integer> columns = index.parts().stream().map(Index.Part::column).toList();
    if (definition.kind() == Kind.PRIMARY_KEY) {
      NotNulls.ofKey(work, oid, columns, true);
      NotNulls.own(work, oid, columns);
    }
    if (Set.copyOf(columns).size() < columns.size()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42701",
          "the index `%s` has a column twice".formatted(indexName),
          "");
      return;
    }
    Index renamed = index.withName(index.scope(), name);
    work.put(renamed);
    for (Dependency dependency : work.schema().needs(index.oid())) {
      if (dependency.referenced().oid() == oid) {
        work.set(work.schema().without(dependency));
      }
    }
    Keys.putConstraint(
        work,
        renamed,
        definition.kind(),
        name,
        columns,
        Constraints.state(definition, true),
        0,
        true);
  }

  private static void missing(
      Work work, Table table, ConstraintDefinition definition, String name, boolean sure) {
    if (sure && !work.schema().open()) {
      work.problem(
          Problem.Kind.NAME_NOT_FOUND,
          "42704",
          "there is no index `%s`".formatted(name),
          Finder.near(name, work.schema().indexes(table.oid()).stream().map(Index::name).toList()));
    } else {
      doubt(work, table, definition, name);
    }
  }

  /** Of an index that is not known the constraint is there, and that is all that is known. */
  private static void doubt(
      Work work, Table table, ConstraintDefinition definition, String indexName) {
    work.unproven("what the index `%s` is".formatted(indexName));
    PartialName name = PartialName.exactly(definition.name().orElse(indexName));
    Optional<PartialName> owner = Optional.of(PartialName.exactly(table.name()));
    work.set(work.schema().withMore(Constraint.class, owner, name));
  }

  private static boolean suitable(Work work, Table table, Index index) {
    Optional<String> reason = Optional.empty();
    if (Keys.of(work, index).isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "55000",
          "the index `%s` belongs to a constraint already".formatted(index.name()),
          "");
      return false;
    } else if (!index.valid()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "55000",
          "the index `%s` lacks its part in a partition".formatted(index.name()),
          "");
      return false;
    } else if (!index.unique()) {
      reason = Optional.of("is not unique");
    } else if (index.predicate().isPresent()) {
      reason = Optional.of("has only some of the rows");
    } else if (index.parts().stream().anyMatch(part -> part.column() == 0)) {
      reason = Optional.of("has an expression");
    } else if (index.parts().stream().anyMatch(part -> isUnusual(table, part))) {
      reason = Optional.of("has another order than the usual one");
    }
    reason.ifPresent(
        why ->
            work.problem(
                Problem.Kind.NOT_POSSIBLE,
                "42809",
                "the index `%s` %s, so no constraint can use it".formatted(index.name(), why),
                ""));
    return reason.isEmpty();
  }

  private static boolean isUnusual(Table table, Index.Part part) {
    boolean collated =
        !part.collation().isEmpty()
            && table
                .column(part.column())
                .filter(column -> !column.collation().equals(part.collation()))
                .isPresent();
    return part.descending() || part.nullsFirst() || collated;
  }
}
