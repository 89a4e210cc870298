package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Queries and changes of rows. */
final class RowLocks {
  private static final Pattern LOCKING =
      Pattern.compile("\\bfor\\s+(no\\s+key\\s+update|update|share|key\\s+share)\\b");

  private final Taken taken;

  RowLocks(Taken taken) {
    this.taken = taken;
  }

  void change(Statement.ChangeRows change) {
    if (change.command().equals("TRUNCATE")) {
      truncate(change);
      return;
    }
    boolean inserts = change.command().equals("INSERT") || change.command().equals("COPY");
    for (QualifiedName name : change.tables()) {
      Optional<CatalogObject> table = taken.relation(name);
      table.ifPresent(object -> write(object.oid(), inserts));
      table.ifPresent(object -> new TriggerLocks(taken).fire(object.oid(), change.command()));
    }
    read(change.names());
  }

  private void write(int oid, boolean inserts) {
    boolean partitions = !inserts || taken.partitioned(oid);
    taken.lock(partitions ? taken.family(oid) : Set.of(oid), LockMode.ROW_EXCLUSIVE);
    for (int base : basesOf(oid)) {
      taken.lock(base, LockMode.ROW_EXCLUSIVE);
    }
    if (inserts) {
      ForeignKeys.from(taken.before(), oid)
          .forEach(key -> taken.lock(ForeignKeys.referenced(key), LockMode.ROW_SHARE));
    }
  }

  private void truncate(Statement.ChangeRows truncate) {
    String sql = truncate.source().sql().toLowerCase(Locale.ROOT);
    boolean only = Pattern.compile("\\bonly\\b").matcher(sql).find();
    Set<Integer> emptied = new LinkedHashSet<>();
    for (QualifiedName name : truncate.tables()) {
      Optional<CatalogObject> table = taken.relation(name);
      table.ifPresent(t -> empty(t.oid(), only, truncate.cascade(), emptied));
      if (table.isEmpty()) {
        taken.unproven("`%s` is not known".formatted(name.sql()));
      }
    }
    taken.lock(emptied, LockMode.ACCESS_EXCLUSIVE);
    if (sql.contains("restart")) {
      emptied.forEach(this::restart);
    }
  }

  private void empty(int oid, boolean only, boolean cascade, Set<Integer> emptied) {
    for (int table : only ? Set.of(oid) : taken.family(oid)) {
      if (emptied.add(table) && cascade) {
        for (Constraint key : ForeignKeys.to(taken.before(), table)) {
          empty(key.scope(), false, true, emptied);
        }
      }
    }
  }

  private void restart(int table) {
    taken.before().dependents(Ref.to(table)).stream()
        .flatMap(d -> taken.before().get(d.dependent().oid(), Sequence.class).stream())
        .filter(sequence -> sequence.owner().oid() == table)
        .forEach(sequence -> taken.lock(sequence.oid(), LockMode.ACCESS_EXCLUSIVE));
  }

  /** What a query that runs takes on all that it reads, behind views too. */
  void read(Fragment query) {
    for (int oid : mention(query)) {
      taken.lock(taken.family(oid), LockMode.ACCESS_SHARE);
      taken.lock(basesOf(oid), LockMode.ACCESS_SHARE);
    }
  }

  /** What a query takes where it is only read by the server and does not run. */
  Set<Integer> mention(Fragment query) {
    boolean locking = LOCKING.matcher(query.sql().toLowerCase(Locale.ROOT)).find();
    Set<Integer> mentioned = new LinkedHashSet<>();
    for (Fragment.Scope scope : query.scopes()) {
      for (Fragment.Source source : scope.sources()) {
        if (source instanceof Fragment.RelationSource relation) {
          Optional<Integer> oid = taken.relation(relation.name()).map(CatalogObject::oid);
          LockMode reads = locking ? LockMode.ROW_SHARE : LockMode.ACCESS_SHARE;
          LockMode mode = relation.written() ? LockMode.ROW_EXCLUSIVE : reads;
          oid.ifPresent(o -> taken.lock(o, mode));
          oid.ifPresent(mentioned::add);
        }
      }
    }
    return mentioned;
  }

  /** The relations behind a view, all the way down. */
  Set<Integer> basesOf(int view) {
    Set<Integer> bases = new LinkedHashSet<>();
    addBases(view, bases, new HashSet<>());
    return bases;
  }

  private void addBases(int oid, Set<Integer> bases, Set<Integer> seen) {
    boolean isView =
        taken.before().get(oid, View.class).filter(view -> !view.materialized()).isPresent();
    if (isView && seen.add(oid)) {
      for (int base : sources(oid)) {
        bases.add(base);
        addBases(base, bases, seen);
      }
    }
  }

  /** The relations that the query of a view names. */
  Set<Integer> sources(int view) {
    Set<Integer> sources = new LinkedHashSet<>();
    taken.before().needs(view).stream()
        .map(d -> d.referenced().oid())
        .filter(oid -> taken.before().get(oid, Relation.class).isPresent())
        .sorted()
        .forEach(sources::add);
    return sources;
  }
}
