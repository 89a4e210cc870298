package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;

/** {@code CREATE INDEX}. */
final class Indexes {
  private Indexes() {}

  static void create(Work work, Statement.CreateIndex statement) {
    Optional<Relation> found = new Finder(work).relation(statement.table());
    if (found.isEmpty() || !canHaveIndex(work, found.get())) {
      return;
    }
    int table = found.get().oid();
    int scope = found.get().scope();
    ConstraintDefinition.IndexClauses clauses = statement.clauses();
    boolean ordered = clauses.method().equals("btree");
    boolean known = List.of("hash", "gin", "gist", "brin", "spgist").contains(clauses.method());
    if (statement.unique() && !ordered && known) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "an index with the method `%s` cannot be unique".formatted(clauses.method()),
          "");
      return;
    }
    Optional<IndexParts> parts =
        IndexParts.read(work, table, clauses.method(), statement.elements());
    List<Integer> include = includes(work, table, clauses.include());
    if (parts.isEmpty() || include.size() < clauses.include().size()) {
      return;
    }
    Optional<Expressions.Binding> where =
        clauses
            .where()
            .filter(w -> !Expressions.hasSubquery(work, w, "an index"))
            .map(w -> Expressions.bind(work, w, work.get(table, Relation.class).orElseThrow()));
    if (where.filter(w -> IndexParts.namesVirtual(work, table, w)).isPresent()) {
      return;
    }
    if (statement.unique() && !coversPartitioning(work, table, parts.get().parts())) {
      return;
    }
    if (statement.name().isPresent()
        && NewRelations.taken(
            work,
            scope,
            QualifiedName.of(statement.name().get().name()),
            statement.ifNotExists())) {
      return;
    }
    Index index =
        new Index(
            work.newOid(),
            scope,
            statement
                .name()
                .map(QualifiedName::name)
                .orElseGet(
                    () ->
                        ChosenNames.index(
                            work.schema(),
                            scope,
                            found.get().name(),
                            ChosenNames.parts(statement.elements(), clauses.include()))),
            table,
            statement.unique(),
            clauses.method(),
            parts.get().parts(),
            include,
            where.map(Expressions.Binding::bound),
            clauses.nullsNotDistinct(),
            true,
            0,
            settings(clauses));
    work.put(index);
    Ref ref = Ref.to(index.oid());
    work.depend(ref, Ref.to(scope), Dependency.Type.NORMAL);
    depend(work, index, parts.get(), where);
    if (statement.only()) {
      work.put(index.withValid(!waits(work, table)));
    } else {
      IndexPartitions.create(work, index);
    }
  }

  /** Whether an index of a table alone is not valid until all partitions have theirs. */
  static boolean waits(Work work, int table) {
    return work.get(table, Table.class).filter(t -> t.partitionBy().isPresent()).isPresent()
        && !work.schema().children(table).isEmpty();
  }

  private static void depend(
      Work work, Index index, IndexParts parts, Optional<Expressions.Binding> where) {
    Ref ref = Ref.to(index.oid());
    parts.depend(work, ref, index.table());
    index.include().forEach(c -> work.depend(ref, new Ref(index.table(), c), Dependency.Type.AUTO));
    where.ifPresent(w -> w.depend(work, ref, Dependency.Type.AUTO));
    IndexParts.dependOnExtensions(work, index);
    boolean onColumns =
        work.schema().needs(index.oid()).stream()
            .anyMatch(need -> need.referenced().oid() == index.table());
    if (!onColumns) {
      work.depend(ref, Ref.to(index.table()), Dependency.Type.AUTO);
    }
  }

  static Settings settings(ConstraintDefinition.IndexClauses clauses) {
    Settings settings = Settings.NONE.withAll("option.", clauses.options());
    return clauses.tablespace().map(t -> settings.with("tablespace", t)).orElse(settings);
  }

  private static boolean canHaveIndex(Work work, Relation relation) {
    boolean foreign = relation instanceof Table table && !table.server().isEmpty();
    boolean plainView = relation instanceof View view && !view.materialized();
    if (foreign || plainView) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "`%s` is %s, which has no indexes"
              .formatted(relation.name(), Finder.withArticle(relation)),
          "");
    }
    return !foreign && !plainView;
  }

  private static List<Integer> includes(Work work, int table, List<String> names) {
    Finder finder = new Finder(work);
    return names.stream()
        .flatMap(
            name -> finder.column(work.get(table, Relation.class).orElseThrow(), name).stream())
        .filter(column -> !IndexParts.isVirtual(work, column))
        .map(column -> column.number())
        .toList();
  }

  /** Whether a unique index can hold for a partitioned table as a whole; if not, that is said. */
  static boolean coversPartitioning(Work work, int oid, List<Index.Part> parts) {
    Optional<Table.Partitioning> by = work.get(oid, Table.class).flatMap(Table::partitionBy);
    List<Integer> columns =
        parts.stream().filter(part -> part.collation().isEmpty()).map(Index.Part::column).toList();
    boolean covers =
        by.isEmpty()
            || by.get().key().stream()
                .allMatch(part -> part.column() != 0 && columns.contains(part.column()));
    if (!covers) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "a unique index of the partitioned table `%s` must have all columns it is partitioned by"
              .formatted(work.table(oid).name()),
          "");
    }
    return covers;
  }

  /** {@code ALTER INDEX … ATTACH PARTITION}. */
  static void attach(Work work, Index parent, QualifiedName name) {
    boolean unseen = work.schema().open() && work.schema().inRelations(name).found().isEmpty();
    Optional<CatalogObject> found = unseen ? Optional.empty() : new Finder(work).inRelations(name);
    if (found.isEmpty() || !(found.get() instanceof Index index)) {
      return;
    }
    if (index.parent() == parent.oid()) {
      return;
    }
    Optional<Table> table = work.get(index.table(), Table.class);
    boolean ofPartition = table.filter(t -> t.parents().contains(parent.table())).isPresent();
    boolean taken =
        work.schema().indexes(index.table()).stream().anyMatch(i -> i.parent() == parent.oid());
    boolean free = ofPartition && index.parent() == 0 && !taken;
    if (!free || !IndexPartitions.alike(work, parent, index)) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          free ? "42P17" : "55000",
          "the index `%s` is no fitting index of a partition, to be attached to `%s`"
              .formatted(index.name(), parent.name()),
          "");
      return;
    }
    IndexPartitions.attach(work, index, parent);
  }
}
