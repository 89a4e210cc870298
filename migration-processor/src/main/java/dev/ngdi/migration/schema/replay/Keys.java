package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.GeneratedNames;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Constraints with an index of their own: primary keys, unique and exclusion constraints. */
final class Keys {
  private static final int EXCLUSION_OF_PARTITIONED = 17;

  private Keys() {}

  static void add(
      Work work, int table, ConstraintDefinition definition, boolean recurse, boolean atCreation) {
    if (definition.usingIndex().isPresent()) {
      TakenIndex.add(work, table, definition, definition.usingIndex().get());
      return;
    }
    if (definition.kind() == Kind.PRIMARY_KEY && isSecond(work, table)) {
      return;
    }
    boolean exclusion = definition.kind() == Kind.EXCLUDE;
    if (exclusion
        && work.table(table).partitionBy().isPresent()
        && work.schema().postgres() < EXCLUSION_OF_PARTITIONED) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "the partitioned table `%s` can have no exclusion constraint"
              .formatted(work.table(table).name()),
          "");
      return;
    }
    List<Integer> columns = Constraints.columns(work, table, definition.columns());
    List<Integer> include = Constraints.columns(work, table, definition.index().include());
    if (columns.size() < definition.columns().size()
        || include.size() < definition.index().include().size()) {
      return;
    }
    Optional<IndexParts> parts =
        exclusion
            ? IndexParts.read(work, table, definition.index().method(), definition.elements())
            : Optional.of(IndexParts.ofColumns(columns));
    List<Integer> equal =
        exclusion
            ? parts.stream()
                .flatMap(p -> p.parts().stream())
                .filter(p -> p.operator().equals("="))
                .map(Index.Part::column)
                .toList()
            : columns;
    if (parts.isEmpty() || !coversPartitioning(work, table, equal)) {
      return;
    }
    boolean virtual =
        Stream.concat(columns.stream(), include.stream())
            .flatMap(c -> work.table(table).column(c).stream())
            .anyMatch(column -> IndexParts.isVirtual(work, column));
    boolean unordered =
        columns.stream()
            .flatMap(c -> work.table(table).column(c).stream())
            .anyMatch(
                c ->
                    definition.kind() != Kind.EXCLUDE
                        && IndexParts.isUnordered(work, c, "btree", false));
    virtual |= unordered;
    if (virtual) {
      return;
    }
    if (definition.kind() == Kind.PRIMARY_KEY && !atCreation) {
      NotNulls.ofKey(work, table, columns, recurse);
    } else if (definition.kind() == Kind.PRIMARY_KEY) {
      columns.forEach(
          column ->
              NotNulls.set(work, table, column, Optional.empty(), Constraint.State.USUAL, true));
    }
    Optional<Expressions.Binding> where =
        definition.index().where().map(w -> Expressions.bind(work, w, work.table(table)));
    if (where.filter(w -> IndexParts.namesVirtual(work, table, w)).isPresent()) {
      return;
    }
    put(work, table, definition, parts.get(), where, include, columns)
        .ifPresent(
            made -> {
              if (recurse) {
                IndexPartitions.create(work, made);
              } else if (Indexes.waits(work, table)) {
                work.put(made.withValid(false));
              }
            });
  }

  /** Whether a table has a primary key already, which is said. */
  static boolean isSecond(Work work, int table) {
    boolean sure =
        !new Finder(work).unsure(work.table(table))
            && primaryKey(work, table).filter(work.schema()::unsure).isEmpty();
    boolean second = sure && primaryKey(work, table).isPresent();
    if (second) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "`%s` has a primary key already".formatted(work.table(table).name()),
          "");
    }
    return second;
  }

  /** The primary key of a table. */
  static Optional<Constraint> primaryKey(Work work, int table) {
    return work.schema().of(table, Constraint.class).stream()
        .filter(c -> c.type() == Kind.PRIMARY_KEY)
        .findFirst();
  }

  private static boolean coversPartitioning(Work work, int oid, List<Integer> columns) {
    Table table = work.table(oid);
    boolean covers =
        table.partitionBy().isEmpty()
            || table.partitionBy().get().key().stream()
                .allMatch(part -> part.column() != 0 && columns.contains(part.column()));
    if (!covers) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "a key of the partitioned table `%s` must have all columns it is partitioned by"
              .formatted(table.name()),
          "");
    }
    return covers;
  }

  private static Optional<Index> put(
      Work work,
      int oid,
      ConstraintDefinition definition,
      IndexParts parts,
      Optional<Expressions.Binding> where,
      List<Integer> include,
      List<Integer> columns) {
    Table table = work.table(oid);
    String name = definition.name().orElseGet(() -> name(work, table, definition));
    if (definition.name().isPresent()
        && (Constraints.nameTaken(work, table, name)
            || NewRelations.taken(work, table.scope(), QualifiedName.of(name), false))) {
      return Optional.empty();
    }
    ConstraintDefinition.IndexClauses clauses = definition.index();
    Settings settings = Settings.NONE.withAll("option.", clauses.options());
    Index index =
        new Index(
            work.newOid(),
            table.scope(),
            name,
            oid,
            definition.kind() != Kind.EXCLUDE || clauses.withoutOverlaps(),
            clauses.withoutOverlaps() ? "gist" : clauses.method(),
            parts.parts(),
            include,
            where.map(Expressions.Binding::bound),
            clauses.nullsNotDistinct(),
            true,
            0,
            clauses.tablespace().map(t -> settings.with("tablespace", t)).orElse(settings));
    work.put(index);
    work.depend(Ref.to(index.oid()), Ref.to(table.scope()), Dependency.Type.NORMAL);
    parts.bindings().forEach(b -> b.depend(work, Ref.to(index.oid()), Dependency.Type.AUTO));
    where.ifPresent(b -> b.depend(work, Ref.to(index.oid()), Dependency.Type.AUTO));
    IndexParts.dependOnExtensions(work, index);
    List<Integer> keyed =
        definition.kind() == Kind.EXCLUDE
            ? parts.parts().stream().map(Index.Part::column).toList()
            : columns;
    putConstraint(
        work, index, definition.kind(), name, keyed, Constraints.state(definition, true), 0, true);
    return Optional.of(index);
  }

  /** The constraint that an index is made for. */
  static void putConstraint(
      Work work,
      Index index,
      Kind kind,
      String name,
      List<Integer> columns,
      Constraint.State state,
      int inherited,
      boolean local) {
    Constraint constraint =
        new Constraint(
            work.newOid(),
            index.table(),
            name,
            kind,
            columns,
            Optional.empty(),
            Optional.empty(),
            index.oid(),
            state,
            inherited,
            local);
    work.put(constraint);
    Set<Integer> needed = new LinkedHashSet<>(columns);
    needed.remove(0);
    needed.addAll(index.include());
    Constraints.dependOnColumns(work, constraint, needed);
    for (Dependency need : work.schema().needs(index.oid())) {
      Ref column = need.referenced();
      boolean onlyComputed = column.column() > 0 && !needed.contains(column.column());
      if (onlyComputed && column.oid() == index.table()) {
        work.set(work.schema().without(need));
        work.depend(Ref.to(constraint.oid()), column, Dependency.Type.NORMAL);
      }
    }
    work.depend(Ref.to(index.oid()), Ref.to(constraint.oid()), Dependency.Type.INTERNAL);
  }

  private static String name(Work work, Table table, ConstraintDefinition definition) {
    if (definition.kind() == Kind.PRIMARY_KEY) {
      return ChosenNames.relation(work.schema(), table.scope(), table.name(), "", "pkey", true);
    }
    boolean exclusion = definition.kind() == Kind.EXCLUDE;
    List<String> parts =
        exclusion
            ? ChosenNames.parts(definition.elements(), definition.index().include())
            : ChosenNames.columns(definition.columns(), definition.index().include());
    return ChosenNames.relation(
        work.schema(),
        table.scope(),
        table.name(),
        GeneratedNames.addition(parts),
        exclusion ? "excl" : "key",
        true);
  }

  /** The constraint that an index belongs to. */
  static Optional<Constraint> of(Work work, Index index) {
    return work.schema().of(index.table(), Constraint.class).stream()
        .filter(c -> c.index() == index.oid())
        .findFirst();
  }
}
