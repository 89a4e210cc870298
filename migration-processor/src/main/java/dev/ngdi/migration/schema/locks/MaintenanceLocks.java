package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code REINDEX}, {@code VACUUM}, {@code CLUSTER}, {@code REFRESH}, {@code LOCK} and the like. */
final class MaintenanceLocks {
  private static final Pattern ONLY = Pattern.compile("\\bonly\\b");

  private final Taken taken;

  MaintenanceLocks(Taken taken) {
    this.taken = taken;
  }

  void run(Statement.Maintenance maintenance) {
    switch (maintenance.command()) {
      case "REFRESH MATERIALIZED VIEW" ->
          targets(maintenance).forEach(v -> refresh(v, maintenance));
      case "REINDEX" -> reindex(maintenance);
      case "VACUUM" -> tables(maintenance).forEach(oid -> vacuum(oid, maintenance.full()));
      case "ANALYZE" -> taken.lock(tables(maintenance), LockMode.SHARE_UPDATE_EXCLUSIVE);
      case "CLUSTER" -> cluster(maintenance);
      default -> lock(maintenance);
    }
  }

  private List<CatalogObject> targets(Statement.Maintenance maintenance) {
    List<CatalogObject> targets = new ArrayList<>();
    for (QualifiedName name : maintenance.targets()) {
      Optional<CatalogObject> target = taken.relation(name);
      if (target.isEmpty()) {
        taken.unproven("`%s` is not known".formatted(name.sql()));
      }
      target.ifPresent(targets::add);
    }
    return targets;
  }

  /** The named tables with their children; all where none is named. */
  private List<Integer> tables(Statement.Maintenance maintenance) {
    return maintenance.targets().isEmpty()
        ? taken.before().all(Table.class).stream().map(Table::oid).sorted().toList()
        : targets(maintenance).stream()
            .flatMap(target -> taken.family(target.oid()).stream())
            .toList();
  }

  private void refresh(CatalogObject view, Statement.Maintenance refresh) {
    taken.lock(view.oid(), refresh.concurrently() ? LockMode.EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
    if (!refresh.withData()) {
      return;
    }
    if (refresh.concurrently()) {
      taken.scan(view.oid());
    } else {
      taken.rewrite(view.oid());
    }
    RowLocks rows = new RowLocks(taken);
    for (int source : rows.sources(view.oid())) {
      taken.lock(taken.family(source), LockMode.ACCESS_SHARE);
      taken.lock(rows.basesOf(source), LockMode.ACCESS_SHARE);
    }
  }

  private void vacuum(int oid, boolean full) {
    taken.lock(oid, full ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE);
    if (full) {
      taken.rewrite(oid);
    }
  }

  private void cluster(Statement.Maintenance cluster) {
    List<Integer> tables =
        cluster.targets().isEmpty()
            ? taken.before().all(Table.class).stream()
                .filter(table -> table.settings().get("cluster on").isPresent())
                .map(Table::oid)
                .sorted()
                .toList()
            : tables(cluster);
    taken.lock(tables, LockMode.ACCESS_EXCLUSIVE);
    tables.forEach(taken::rewrite);
  }

  private void reindex(Statement.Maintenance reindex) {
    boolean concurrently = reindex.concurrently();
    if (reindex.kind().equals("INDEX")) {
      for (CatalogObject target : targets(reindex)) {
        if (target instanceof Index index) {
          partitions(index).forEach(part -> reindex(part, concurrently));
        }
      }
      return;
    }
    for (int table : reindexed(reindex)) {
      taken.lock(table, concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE);
      taken.before().indexes(table).forEach(index -> reindex(index, concurrently));
    }
  }

  private List<Integer> reindexed(Statement.Maintenance reindex) {
    if (reindex.kind().equals("TABLE")) {
      return tables(reindex);
    }
    Optional<Integer> scope =
        reindex.kind().equals("SCHEMA")
            ? reindex
                .target()
                .flatMap(name -> taken.before().namespace(name.name()).found())
                .map(Namespace::oid)
            : Optional.empty();
    return taken.before().all(Relation.class).stream()
        .filter(r -> r instanceof Table || (r instanceof View view && view.materialized()))
        .filter(r -> scope.isEmpty() || r.scope() == scope.get())
        .map(CatalogObject::oid)
        .filter(oid -> !taken.partitioned(oid))
        .sorted()
        .toList();
  }

  private List<Index> partitions(Index index) {
    if (!taken.partitioned(index.table())) {
      return List.of(index);
    }
    return taken.family(index.table()).stream()
        .flatMap(table -> taken.before().indexes(table).stream())
        .filter(part -> part.parent() == index.oid())
        .flatMap(part -> partitions(part).stream())
        .toList();
  }

  private void reindex(Index index, boolean concurrently) {
    if (taken.partitioned(index.table())) {
      return;
    }
    taken.lock(index.table(), concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE);
    taken.rebuild(index.table());
    taken.lock(
        index.oid(), concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
  }

  private void lock(Statement.Maintenance lock) {
    LockMode mode = LockMode.valueOf(lock.mode().replace(' ', '_'));
    boolean only = ONLY.matcher(lock.source().sql().toLowerCase(Locale.ROOT)).find();
    for (CatalogObject target : targets(lock)) {
      taken.lock(only ? Set.of(target.oid()) : taken.family(target.oid()), mode);
      taken.lock(new RowLocks(taken).basesOf(target.oid()), mode);
    }
  }
}
