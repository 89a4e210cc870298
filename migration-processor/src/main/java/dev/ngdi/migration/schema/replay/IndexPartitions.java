package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.GeneratedNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Indexes of partitioned tables: each partition has one that belongs to it. */
final class IndexPartitions {
  private static final int KINDS_OF_KEYS_DIFFER = 17;

  private IndexPartitions() {}

  /** Gives every partition of the index's table its part. */
  static void create(Work work, Index parent) {
    Optional<Table> table =
        work.get(parent.table(), Table.class).filter(t -> t.partitionBy().isPresent());
    table.ifPresent(
        t ->
            work.schema().children(t.oid()).forEach(child -> createOn(work, parent, child, false)));
  }

  /**
   * Gives a partition its part of an index: one that it has and that is alike, or a new one.
   *
   * @param joining whether the partition joins a table that has the index
   */
  static void createOn(Work work, Index parent, Table partition, boolean joining) {
    boolean sameKind = joining && work.schema().postgres() >= KINDS_OF_KEYS_DIFFER;
    Optional<Constraint> parentConstraint = Keys.of(work, parent);
    Optional<Index> alike =
        work.schema().indexes(partition.oid()).stream()
            .filter(index -> index.parent() == 0 && alike(work, parent, index))
            .filter(
                index ->
                    parentConstraint.isEmpty()
                        || Keys.of(work, index)
                            .filter(c -> !sameKind || c.type() == parentConstraint.get().type())
                            .isPresent())
            .findFirst();
    if (alike.isPresent()) {
      attach(work, alike.get(), parent);
      Keys.of(work, alike.get())
          .filter(c -> parentConstraint.filter(p -> p.type() != c.type()).isPresent())
          .ifPresent(
              other -> {
                work.unproven(
                    "which key `%s` has in `%s`".formatted(parent.name(), partition.name()));
                work.set(work.schema().withUnsure(partition.oid()));
              });
      return;
    }
    Rebinding rebinding = new Rebinding(work, parent.table(), partition.oid());
    List<Index.Part> parts = parent.parts().stream().map(rebinding::part).toList();
    if (parent.unique() && !Indexes.coversPartitioning(work, partition.oid(), parts)) {
      return;
    }
    boolean primary = parentConstraint.filter(c -> c.type() == Kind.PRIMARY_KEY).isPresent();
    if (primary && Keys.isSecond(work, partition.oid())) {
      return;
    }
    if (primary) {
      NotNulls.ofKey(
          work, partition.oid(), rebinding.columns(parentConstraint.get().columns()), true);
    }
    Index made = clone(work, parent, partition, rebinding, name(work, parent, partition));
    work.put(made);
    Ref ref = Ref.to(made.oid());
    work.depend(ref, Ref.to(partition.scope()), Dependency.Type.NORMAL);
    depend(work, made, parentConstraint.isPresent());
    if (parentConstraint.isPresent()) {
      Constraint constraint = parentConstraint.get();
      List<Integer> columns = rebinding.columns(constraint.columns());
      Keys.putConstraint(
          work, made, constraint.type(), made.name(), columns, constraint.state(), 1, false);
    }
    work.depend(ref, Ref.to(parent.oid()), Dependency.Type.AUTO);
    create(work, made);
  }

  private static Index clone(
      Work work, Index original, Table table, Rebinding rebinding, String name) {
    return new Index(
        work.newOid(),
        table.scope(),
        name,
        table.oid(),
        original.unique(),
        original.method(),
        original.parts().stream().map(rebinding::part).toList(),
        rebinding.columns(original.include()),
        rebinding.bound(original.predicate()),
        original.nullsNotDistinct(),
        true,
        original.oid(),
        original.settings());
  }

  /** The same index, with its constraint, on a table that is made {@code LIKE} another. */
  static void copy(Work work, Index original, int oid) {
    Table table = work.table(oid);
    Rebinding rebinding = new Rebinding(work, original.table(), oid);
    Optional<Constraint> constraint = Keys.of(work, original);
    boolean primary = constraint.filter(c -> c.type() == Kind.PRIMARY_KEY).isPresent();
    if (primary && Keys.primaryKey(work, oid).isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "`%s` would have two primary keys".formatted(table.name()),
          "");
      return;
    }
    if (primary) {
      rebinding
          .columns(constraint.get().columns())
          .forEach(c -> NotNulls.set(work, oid, c, Optional.empty(), Constraint.State.USUAL, true));
    }
    Index made = clone(work, original, table, rebinding, name(work, original, table)).withParent(0);
    work.put(made);
    work.depend(Ref.to(made.oid()), Ref.to(table.scope()), Dependency.Type.NORMAL);
    depend(work, made, constraint.isPresent());
    constraint.ifPresent(
        c ->
            Keys.putConstraint(
                work,
                made,
                c.type(),
                made.name(),
                rebinding.columns(c.columns()),
                c.state(),
                0,
                true));
  }

  /** Makes an index depend on what it names; one of a constraint only on what is no column. */
  static void depend(Work work, Index index, boolean ofConstraint) {
    Ref ref = Ref.to(index.oid());
    Set<Integer> columns = new LinkedHashSet<>();
    List<Expressions.Binding> bindings = new ArrayList<>();
    for (Index.Part part : index.parts()) {
      columns.add(part.column());
      part.expression().ifPresent(e -> bindings.add(Rebinding.bindingOf(e, index.table())));
    }
    columns.addAll(index.include());
    columns.remove(0);
    index.predicate().ifPresent(p -> bindings.add(Rebinding.bindingOf(p, index.table())));
    bindings.forEach(binding -> binding.depend(work, ref, Dependency.Type.AUTO));
    IndexParts.dependOnExtensions(work, index);
    if (ofConstraint) {
      return;
    }
    columns.forEach(c -> work.depend(ref, new Ref(index.table(), c), Dependency.Type.AUTO));
    if (columns.isEmpty()) {
      work.depend(ref, Ref.to(index.table()), Dependency.Type.AUTO);
    }
  }

  private static String name(Work work, Index parent, Table table) {
    Optional<Kind> kind = Keys.of(work, parent).map(Constraint::type);
    if (kind.filter(k -> k == Kind.PRIMARY_KEY).isPresent()) {
      return ChosenNames.relation(work.schema(), table.scope(), table.name(), "", "pkey", true);
    }
    List<String> names = names(work, parent);
    int key = parent.parts().size();
    List<String> parts =
        ChosenNames.columns(names.subList(0, key), names.subList(key, names.size()));
    String label = kind.map(k -> k == Kind.EXCLUDE ? "excl" : "key").orElse("idx");
    return ChosenNames.relation(
        work.schema(),
        table.scope(),
        table.name(),
        GeneratedNames.addition(parts),
        label,
        kind.isPresent());
  }

  /** The columns of an index as they were called when it was made. */
  private static List<String> names(Work work, Index index) {
    Relation from = work.get(index.table(), Relation.class).orElseThrow();
    List<String> names = new ArrayList<>();
    index.parts().forEach(part -> names.add(name(from, part)));
    index
        .include()
        .forEach(c -> names.add(from.column(c).map(column -> column.name()).orElse("expr")));
    for (int i = 0; i < names.size(); i++) {
      names.set(i, index.settings().get(Index.COLUMN_NAME + i).orElse(names.get(i)));
    }
    return names;
  }

  /** Lets the indexes of a table keep the name of a column that is about to be renamed. */
  static void keepNames(Work work, Table table, Column column, String to) {
    for (Index index : work.schema().indexes(table.oid())) {
      List<Integer> columns = new ArrayList<>();
      index.parts().forEach(part -> columns.add(part.column()));
      columns.addAll(index.include());
      List<String> names = names(work, index);
      Settings settings = index.settings();
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i) == column.number()) {
          String kept = Index.COLUMN_NAME + i;
          settings =
              names.get(i).equals(to) ? settings.without(kept) : settings.with(kept, names.get(i));
        }
      }
      if (!settings.equals(index.settings())) {
        work.put(index.withSettings(settings));
      }
    }
  }

  private static String name(Relation table, Index.Part part) {
    return part.column() == 0
        ? part.expression().map(ExpressionName::of).orElse("expr")
        : table.column(part.column()).map(column -> column.name()).orElse("expr");
  }

  /** Whether two indexes of tables with the same columns are alike. */
  static boolean alike(Work work, Index parent, Index index) {
    Rebinding rebinding = new Rebinding(work, parent.table(), index.table());
    return parent.unique() == index.unique()
        && parent.method().equals(index.method())
        && parent.nullsNotDistinct() == index.nullsNotDistinct()
        && rebinding.columns(parent.include()).equals(index.include())
        && parent.parts().stream()
            .map(rebinding::part)
            .map(Comparison::of)
            .toList()
            .equals(index.parts().stream().map(Comparison::of).toList())
        && parent
            .predicate()
            .map(p -> Comparison.text(p.sql()))
            .equals(index.predicate().map(p -> Comparison.text(p.sql())));
  }

  /** What has to be the same of two parts. */
  private record Comparison(
      int column,
      Optional<String> expression,
      String collation,
      String operatorClass,
      String operator) {
    static Comparison of(Index.Part part) {
      return new Comparison(
          part.column(),
          part.expression().map(e -> text(e.sql())),
          part.collation(),
          part.operatorClass(),
          part.operator());
    }

    static String text(String sql) {
      return sql.replaceAll("\\s+", "");
    }
  }

  /** Attaches a partition's index to the partitioned one. */
  static void attach(Work work, Index index, Index parent) {
    work.put(index.withParent(parent.oid()));
    work.depend(Ref.to(index.oid()), Ref.to(parent.oid()), Dependency.Type.AUTO);
    Keys.of(work, index)
        .filter(c -> Keys.of(work, parent).isPresent())
        .ifPresent(c -> work.put(c.withInheritance(c.inherited() + 1, false)));
    validate(work, parent.oid());
  }

  /** Makes a partitioned index valid when all partitions have their part. */
  static void validate(Work work, int parentOid) {
    Index parent = work.get(parentOid, Index.class).orElseThrow();
    if (parent.valid()) {
      return;
    }
    long attached =
        work.schema().dependents(Ref.to(parentOid)).stream()
            .flatMap(d -> work.get(d.dependent().oid(), Index.class).stream())
            .filter(index -> index.parent() == parentOid && index.valid())
            .count();
    if (attached >= work.schema().children(parent.table()).size()) {
      work.put(parent.withValid(true));
      if (parent.parent() != 0) {
        validate(work, parent.parent());
      }
    }
  }
}
