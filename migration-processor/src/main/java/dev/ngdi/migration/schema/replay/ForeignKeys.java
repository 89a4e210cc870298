package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.PartialName;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.GeneratedNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Foreign keys. */
final class ForeignKeys {
  /** From when on what refers to a partition is called after what refers to the whole. */
  private static final int NAMED_AFTER_PARENT = 18;

  /** From when on a partition that refers to the whole keeps nothing else when it is detached. */
  private static final int LEAVES_NONE = 15;

  private ForeignKeys() {}

  static void add(
      Work work, int oid, ConstraintDefinition definition, boolean recurse, boolean atCreation) {
    ConstraintDefinition.References said = definition.references().orElseThrow();
    if (definition
        .name()
        .filter(n -> Constraints.nameTaken(work, work.table(oid), n))
        .isPresent()) {
      return;
    }
    List<Integer> columns = Constraints.columns(work, oid, definition.columns());
    Optional<Table> target = new Finder(work).table(said.table());
    if (columns.size() < definition.columns().size() || target.isEmpty()) {
      return;
    }
    Table table = work.table(oid);
    if (!recurse && table.partitionBy().isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "a foreign key of the partitioned table `%s` is one of its partitions too"
              .formatted(table.name()),
          "");
      return;
    }
    boolean unchecked = definition.state().notValid() && !definition.state().notEnforced();
    if (unchecked && table.partitionBy().isPresent() && work.schema().postgres() < 18) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "a foreign key of the partitioned table `%s` cannot be `NOT VALID`"
              .formatted(table.name()),
          "");
      return;
    }
    if (!ReferencedKey.persistenceFits(work, table, target.get())) {
      return;
    }
    Optional<Constraint.Reference> reference =
        ReferencedKey.of(work, oid, target.get().oid(), said, columns.size());
    if (reference.isEmpty()) {
      return;
    }
    Optional<Column> virtual =
        columns.stream()
            .flatMap(c -> table.column(c).stream())
            .filter(c -> c.generated() == Column.Generated.VIRTUAL)
            .findFirst();
    if (virtual.isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "column `%s` is computed when it is read and can be in no foreign key"
              .formatted(virtual.get().name()),
          "");
      return;
    }
    if (isFilledOtherwise(work, table, columns, said)
        || !ReferencedKey.typesFit(work, table, columns, reference.get())) {
      return;
    }
    String name =
        definition
            .name()
            .orElseGet(
                () ->
                    ChosenNames.constraint(
                        work.schema(),
                        table.scope(),
                        table.name(),
                        GeneratedNames.addition(definition.columns()),
                        "fkey",
                        Set.of()));
    Constraint constraint =
        put(
            work,
            oid,
            name,
            columns,
            reference.get(),
            Constraints.state(definition, atCreation),
            0,
            true);
    if (definition.name().isEmpty() && isNameHidden(work, constraint)) {
      work.unproven("how the foreign key `%s` of `%s` is called".formatted(name, table.name()));
      NewObjects.doubtName(work, constraint);
    }
    if (recurse || table.partitionBy().isPresent()) {
      clone(work, constraint);
    }
  }

  /**
   * Whether the next names can be taken by what an older server makes for each partition that a
   * foreign key of the same columns refers to.
   */
  private static boolean isNameHidden(Work work, Constraint constraint) {
    return work.schema().postgres() < NAMED_AFTER_PARENT
        && work.schema().of(constraint.scope(), Constraint.class).stream()
            .filter(c -> c.oid() != constraint.oid() && c.columns().equals(constraint.columns()))
            .anyMatch(c -> refersToPartitioned(work, c));
  }

  private static boolean refersToPartitioned(Work work, Constraint constraint) {
    return constraint
        .references()
        .flatMap(reference -> work.get(reference.table(), Table.class))
        .filter(table -> table.partitionBy().isPresent())
        .isPresent();
  }

  /** Whether it would write into a column that is computed from others, which is said. */
  private static boolean isFilledOtherwise(
      Work work, Table table, List<Integer> columns, ConstraintDefinition.References said) {
    boolean deletes = said.onDelete().equals("SET NULL") || said.onDelete().equals("SET DEFAULT");
    boolean updates = !said.onUpdate().equals("NO ACTION") && !said.onUpdate().equals("RESTRICT");
    Optional<Column> computed =
        columns.stream()
            .flatMap(c -> table.column(c).stream())
            .filter(c -> c.generated() != Column.Generated.NONE)
            .findFirst();
    if (computed.isEmpty() || (!deletes && !updates)) {
      return false;
    }
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "42601",
        "column `%s` is computed, so no foreign key can change it".formatted(computed.get().name()),
        "");
    return true;
  }

  /** Gives a partitioned table's foreign key to its partitions. */
  private static void clone(Work work, Constraint constraint) {
    Table table = work.table(constraint.scope());
    if (table.partitionBy().isPresent()) {
      work.schema().children(table.oid()).forEach(child -> inherit(work, constraint, child.oid()));
    }
  }

  /** Gives a partitioned table's foreign key to one partition: one that is alike, or a new one. */
  static void inherit(Work work, Constraint parent, int partition) {
    Rebinding rebinding = new Rebinding(work, parent.scope(), partition);
    Constraint.Reference reference = parent.references().orElseThrow();
    List<Integer> columns = rebinding.columns(parent.columns());
    Optional<Constraint> alike =
        work.schema().of(partition, Constraint.class).stream()
            .filter(c -> c.type() == Kind.FOREIGN_KEY && c.inherited() == 0)
            .filter(c -> c.columns().equals(columns) && alike(c, reference))
            .findFirst();
    if (alike.isPresent()) {
      work.put(alike.get().withInheritance(1, false));
      work.depend(Ref.to(alike.get().oid()), Ref.to(parent.oid()), Dependency.Type.AUTO);
      return;
    }
    Table table = work.table(partition);
    boolean taken = work.schema().constraint(partition, parent.name()).found().isPresent();
    List<String> names =
        columns.stream().flatMap(c -> table.column(c).stream()).map(Column::name).toList();
    String name =
        taken
            ? ChosenNames.constraint(
                work.schema(),
                table.scope(),
                table.name(),
                GeneratedNames.addition(names),
                "fkey",
                Set.of())
            : parent.name();
    Constraint made = put(work, partition, name, columns, reference, parent.state(), 1, false);
    work.depend(Ref.to(made.oid()), Ref.to(parent.oid()), Dependency.Type.AUTO);
    clone(work, made);
  }

  /** The same foreign key in the partitions of its table. */
  static List<Constraint> partitions(Work work, Constraint constraint) {
    if (constraint.type() != Kind.FOREIGN_KEY) {
      return List.of();
    }
    Constraint.Reference reference = constraint.references().orElseThrow();
    return work.schema().children(constraint.scope()).stream()
        .flatMap(child -> work.schema().of(child.oid(), Constraint.class).stream())
        .filter(c -> c.type() == Kind.FOREIGN_KEY && c.inherited() > 0)
        .filter(c -> alike(c, reference))
        .toList();
  }

  private static boolean alike(Constraint constraint, Constraint.Reference reference) {
    Constraint.Reference own = constraint.references().orElseThrow();
    return own.table() == reference.table()
        && own.columns().equals(reference.columns())
        && own.match().equals(reference.match())
        && own.onUpdate().equals(reference.onUpdate())
        && own.onDelete().equals(reference.onDelete());
  }

  private static Constraint put(
      Work work,
      int table,
      String name,
      List<Integer> columns,
      Constraint.Reference reference,
      Constraint.State state,
      int inherited,
      boolean local) {
    Constraint constraint =
        new Constraint(
            work.newOid(),
            table,
            name,
            Kind.FOREIGN_KEY,
            columns,
            Optional.empty(),
            Optional.of(reference),
            0,
            state,
            inherited,
            local);
    work.put(constraint);
    Ref ref = Ref.to(constraint.oid());
    Constraints.dependOnColumns(work, constraint, new HashSet<>(columns));
    if (reference.columns().isEmpty()) {
      work.depend(ref, Ref.to(reference.table()), Dependency.Type.NORMAL);
    }
    reference
        .columns()
        .forEach(c -> work.depend(ref, new Ref(reference.table(), c), Dependency.Type.NORMAL));
    if (reference.index() != 0) {
      work.depend(ref, Ref.to(reference.index()), Dependency.Type.NORMAL);
    }
    work.schema()
        .children(reference.table())
        .forEach(child -> refer(work, constraint, reference.table(), child));
    return constraint;
  }

  /** Makes a foreign key that refers to a partitioned table refer to a partition. */
  private static void refer(Work work, Constraint key, int parent, Table partition) {
    if (!partition.isPartition()) {
      return;
    }
    Rebinding rebinding = new Rebinding(work, parent, partition.oid());
    List<Ref> referenced =
        work.schema().needs(key.oid()).stream()
            .filter(need -> need.type() == Dependency.Type.NORMAL)
            .map(Dependency::referenced)
            .filter(ref -> ref.oid() == parent)
            .toList();
    for (Ref ref : referenced) {
      int column = ref.column() == 0 ? 0 : rebinding.column(ref.column());
      work.depend(Ref.to(key.oid()), new Ref(partition.oid(), column), Dependency.Type.NORMAL);
    }
    work.schema()
        .children(partition.oid())
        .forEach(child -> refer(work, key, partition.oid(), child));
  }

  /** Makes the foreign keys that refer to a partitioned table refer to a partition of it. */
  static void referTo(Work work, Table partition) {
    for (int parent : partition.parents()) {
      referring(work, parent).forEach(key -> refer(work, key, parent, partition));
    }
  }

  /**
   * Whether a table and what refers to it, or it to, can be kept as is asked; else that is said.
   */
  static boolean canBecome(Work work, Table table, Table.Persistence persistence) {
    Stream<Integer> others =
        persistence == Table.Persistence.UNLOGGED
            ? referring(work, table.oid()).stream().map(Constraint::scope)
            : work.schema().of(table.oid(), Constraint.class).stream()
                .flatMap(c -> c.references().stream())
                .map(Constraint.Reference::table);
    Optional<Table> prevents =
        others
            .filter(other -> other != table.oid())
            .map(work::table)
            .filter(other -> other.complete() && other.persistence() != persistence)
            .findFirst();
    prevents.ifPresent(
        other ->
            work.problem(
                Problem.Kind.NOT_POSSIBLE,
                "42P16",
                "`%s` has a foreign key with `%s`, which is kept otherwise"
                    .formatted(table.name(), other.name()),
                ""));
    return prevents.isEmpty();
  }

  /** The foreign keys that refer to a table. */
  private static List<Constraint> referring(Work work, int table) {
    return work.schema().dependents(Ref.to(table)).stream()
        .filter(d -> d.type() == Dependency.Type.NORMAL)
        .flatMap(d -> work.get(d.dependent().oid(), Constraint.class).stream())
        .filter(c -> c.type() == Kind.FOREIGN_KEY)
        .distinct()
        .toList();
  }

  /** Makes unsure what refers to a table by a key that is not known. */
  static void doubtReferring(Work work, int table) {
    referring(work, table).forEach(key -> work.set(work.schema().withUnsure(key.oid())));
  }

  /** An old server loses one of what referred to itself as a whole, or leaves one too many. */
  private static void doubtReferences(Work work, Table detached) {
    for (Constraint key : work.schema().of(detached.oid(), Constraint.class)) {
      if (key.type() == Kind.FOREIGN_KEY && refersToPartitioned(work, key)) {
        PartialName name = PartialName.exactly(detached.name());
        work.set(
            work.schema()
                .withUnsure(key.oid())
                .withMore(Constraint.class, Optional.of(name), PartialName.ANY));
      }
    }
  }

  /** Makes the foreign keys of a partitioned table not refer any more to what was a partition. */
  static void release(Work work, Table detached) {
    if (work.schema().postgres() < LEAVES_NONE) {
      doubtReferences(work, detached);
    }
    for (Constraint key : referring(work, detached.oid())) {
      boolean own = key.references().filter(r -> r.table() == detached.oid()).isPresent();
      for (Dependency need : own ? List.<Dependency>of() : work.schema().needs(key.oid())) {
        if (need.type() == Dependency.Type.NORMAL && need.referenced().oid() == detached.oid()) {
          work.set(work.schema().without(need));
        }
      }
    }
    work.schema().children(detached.oid()).forEach(child -> release(work, child));
  }
}
