package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one statement takes and does, while that is found out. */
final class Taken {
  private final Schema before;
  private final Schema after;
  private final int postgres;
  private final Map<Integer, RelationLock> locks = new LinkedHashMap<>();
  private final Set<String> unproven = new LinkedHashSet<>();

  Taken(Schema before, Schema after, int postgres) {
    this.before = before;
    this.after = after;
    this.postgres = postgres;
  }

  Schema before() {
    return before;
  }

  Schema after() {
    return after;
  }

  int postgres() {
    return postgres;
  }

  // ---- what there is

  /** What has a name among tables, views, indexes and sequences when the statement starts. */
  Optional<CatalogObject> relation(QualifiedName name) {
    Optional<CatalogObject> found = before.inRelations(name).found();
    return found.isPresent()
        ? found
        : after.inRelations(name).found().filter(object -> existed(object.oid()));
  }

  /** The table of a name. */
  Optional<Table> table(QualifiedName name) {
    return relation(name).filter(Table.class::isInstance).map(Table.class::cast);
  }

  /** A table, of those that a statement is the first to use too. */
  Optional<Table> table(int oid) {
    Optional<Table> table = before.get(oid, Table.class);
    return table.isPresent() ? table : after.get(oid, Table.class).filter(t -> existed(oid));
  }

  /** In an open history a table that was always there gets its number when it is first used. */
  private boolean existed(int oid) {
    return before.get(oid).isPresent()
        || (before.open() && after.get(oid, Table.class).filter(t -> !t.complete()).isPresent());
  }

  /** A table and all that inherit from it, its partitions among them. */
  Set<Integer> family(int oid) {
    Set<Integer> family = new LinkedHashSet<>(Set.of(oid));
    for (Table child : before.children(oid)) {
      family.addAll(family(child.oid()));
    }
    return family;
  }

  /** The tables that a table inherits from or is a partition of, all the way up. */
  Set<Integer> ancestors(int oid) {
    Set<Integer> ancestors = new LinkedHashSet<>();
    for (int parent : table(oid).map(Table::parents).orElse(List.of())) {
      ancestors.add(parent);
      ancestors.addAll(ancestors(parent));
    }
    return ancestors;
  }

  boolean partitioned(int oid) {
    return table(oid).flatMap(Table::partitionBy).isPresent();
  }

  /** Whether all that is to know of a table is known. */
  boolean known(int oid) {
    return before.get(oid, Relation.class).filter(Relation::complete).isPresent()
        && before.get(oid).filter(before::unsure).isEmpty();
  }

  // ---- what is done

  void lock(int oid, LockMode mode) {
    if (oid != 0 && existed(oid)) {
      change(oid, mode, false, false, false, true);
    }
  }

  void lock(Iterable<Integer> oids, LockMode mode) {
    oids.forEach(oid -> lock(oid, mode));
  }

  void rewrite(int oid) {
    if (storesRows(oid)) {
      change(oid, LockMode.ACCESS_SHARE, true, true, true, true);
    }
  }

  void scan(int oid) {
    if (storesRows(oid)) {
      change(oid, LockMode.ACCESS_SHARE, false, true, false, true);
    }
  }

  /** Reads a table to compare its rows with those of one that gets a foreign key to it. */
  void compare(int oid, int with) {
    boolean alone = !locks.containsKey(oid) || !locks.get(oid).scan();
    scan(oid);
    RelationLock lock = locks.get(oid);
    if (alone && lock != null && lock.scan() && oid != with) {
      locks.put(oid, lock.comparedWith(with));
    }
  }

  /** Builds indexes anew that are there, which reads the table. */
  void rebuild(int oid) {
    if (storesRows(oid)) {
      change(oid, LockMode.ACCESS_SHARE, false, true, true, true);
    }
  }

  boolean rewrites(int oid) {
    return Optional.ofNullable(locks.get(oid)).filter(RelationLock::rewrite).isPresent();
  }

  /** Says why something in it is assumed rather than known. */
  void unproven(String reason) {
    unproven.add(reason);
  }

  /** Says why what is said of a relation is assumed. */
  void assumed(int oid, String reason) {
    unproven.add(reason);
    if (locks.containsKey(oid)) {
      change(oid, LockMode.ACCESS_SHARE, false, false, false, false);
    }
  }

  boolean isEmpty() {
    return locks.isEmpty();
  }

  /** Takes what another statement, which this one runs, takes of what was there before this one. */
  void add(LockEffect inner) {
    for (RelationLock lock : inner.onExisting(before).relations()) {
      RelationLock old = locks.get(lock.oid());
      change(
          lock.oid(),
          lock.mode(),
          lock.rewrite(),
          lock.scan(),
          lock.indexRebuild(),
          lock.certain());
      if (lock.comparedWith() != 0 && (old == null || !old.scan())) {
        locks.computeIfPresent(lock.oid(), (oid, now) -> now.comparedWith(lock.comparedWith()));
      }
    }
    inner.unproven().forEach(this::unproven);
  }

  private boolean storesRows(int oid) {
    if (!existed(oid) || before.get(oid, Sequence.class).isPresent()) {
      return false;
    }
    boolean empty =
        table(oid).filter(t -> t.partitionBy().isPresent() || !t.server().isEmpty()).isPresent();
    return !empty && before.get(oid, View.class).filter(view -> !view.materialized()).isEmpty();
  }

  private void change(
      int oid, LockMode mode, boolean rewrite, boolean scan, boolean rebuild, boolean certain) {
    RelationLock old = locks.get(oid);
    locks.put(
        oid,
        old == null
            ? new RelationLock(oid, name(oid), mode, rewrite, scan, rebuild, certain, 0)
            : new RelationLock(
                oid,
                old.name(),
                old.mode().or(mode),
                old.rewrite() || rewrite,
                old.scan() || scan,
                old.indexRebuild() || rebuild,
                old.certain() && certain,
                scan ? 0 : old.comparedWith()));
  }

  private String name(int oid) {
    return Rendering.name(before.get(oid).isPresent() ? before : after, oid);
  }

  LockEffect effect() {
    List<RelationLock> relations = new ArrayList<>();
    for (RelationLock lock : locks.values()) {
      Optional<Index> index = before.get(lock.oid(), Index.class);
      Optional<LockMode> ofTable = index.map(i -> locks.get(i.table())).map(RelationLock::mode);
      if (ofTable.filter(mode -> mode.compareTo(lock.mode()) >= 0).isEmpty()) {
        relations.add(lock);
      }
    }
    return new LockEffect(relations, List.copyOf(unproven));
  }
}
