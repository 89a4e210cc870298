package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is dropped, with what goes with it: each loses its table for a moment. */
final class DropLocks {
  private final Taken taken;
  private final Schema before;
  private final Set<Integer> seen = new HashSet<>();

  DropLocks(Taken taken) {
    this.taken = taken;
    this.before = taken.before();
  }

  void drop(Statement.DropObject drop) {
    for (QualifiedName name : drop.names()) {
      switch (drop.kind()) {
        case "TABLE", "FOREIGN TABLE", "VIEW", "MATERIALIZED VIEW", "SEQUENCE" ->
            relation(name, drop.ifExists());
        case "TRIGGER", "POLICY", "RULE" -> drop.on().ifPresent(on -> member(drop, name, on));
        case "TYPE", "DOMAIN" -> before.type(name).found().ifPresent(o -> dependents(o.oid()));
        case "SCHEMA" -> before.namespace(name.name()).found().ifPresent(o -> dependents(o.oid()));
        case "EXTENSION" ->
            before.extension(name.name()).found().ifPresent(o -> dependents(o.oid()));
        case "STATISTICS" ->
            before
                .statistics(name)
                .found()
                .map(Statistics::table)
                .ifPresent(table -> taken.lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE));
        case "FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE" ->
            before.routines(name).stream()
                .filter(routine -> taken.after().get(routine.oid()).isEmpty())
                .forEach(routine -> dependents(routine.oid()));
        default -> before.other(drop.kind(), name).found().ifPresent(o -> dependents(o.oid()));
      }
    }
  }

  private void relation(QualifiedName name, boolean ifExists) {
    Optional<CatalogObject> found = taken.relation(name);
    found.ifPresent(object -> gone(object.oid()));
    if (found.isEmpty() && !(ifExists && before.inRelations(name).absent() && !before.open())) {
      taken.unproven("`%s` is not known".formatted(name.sql()));
    }
  }

  private void member(Statement.DropObject drop, QualifiedName name, QualifiedName on) {
    Optional<CatalogObject> table = taken.relation(on);
    if (table.isEmpty()) {
      return;
    }
    int oid = table.get().oid();
    boolean absent =
        switch (drop.kind()) {
          case "TRIGGER" -> before.trigger(oid, name.name()).absent();
          case "POLICY" -> before.policy(oid, name.name()).absent();
          default -> before.rule(oid, name.name()).absent();
        };
    if (!absent || !drop.ifExists()) {
      boolean inherited = drop.kind().equals("TRIGGER") && taken.partitioned(oid);
      taken.lock(inherited ? taken.family(oid) : Set.of(oid), LockMode.ACCESS_EXCLUSIVE);
    }
  }

  void dropConstraint(Iterable<Integer> tables, String name) {
    for (int table : tables) {
      before.constraint(table, name).found().ifPresent(this::constraint);
    }
  }

  void dropColumn(Iterable<Integer> tables, String name) {
    for (int table : tables) {
      before
          .get(table, Relation.class)
          .flatMap(relation -> relation.column(name))
          .ifPresent(column -> follow(before.dependents(new Ref(table, column.number()))));
    }
  }

  /** What depends on an object and goes with it. */
  void dependents(int oid) {
    if (seen.add(oid)) {
      follow(before.dependents(Ref.to(oid)));
    }
  }

  private void follow(List<Dependency> dependencies) {
    for (Dependency dependency : dependencies) {
      int oid = dependency.dependent().oid();
      Optional<CatalogObject> dependent = before.get(oid);
      if (dependent.isEmpty() || seen.contains(oid)) {
        continue;
      }
      if (taken.after().get(oid).isEmpty()) {
        gone(dependent.get());
      } else if (dependency.dependent().column() > 0 && losesColumn(dependency.dependent())) {
        taken.lock(oid, LockMode.ACCESS_EXCLUSIVE);
        follow(before.dependents(dependency.dependent()));
      }
    }
  }

  private boolean losesColumn(Ref column) {
    return taken
        .after()
        .get(column.oid(), Relation.class)
        .filter(relation -> relation.column(column.column()).isEmpty())
        .isPresent();
  }

  private void gone(CatalogObject object) {
    if (object instanceof Relation || object instanceof Sequence) {
      gone(object.oid());
    } else if (object instanceof Constraint constraint) {
      constraint(constraint);
    } else {
      int table = object instanceof Index index ? index.table() : object.scope();
      boolean ofRelation = before.get(table, Namespace.class).isEmpty();
      if (ofRelation) {
        taken.lock(table, LockMode.ACCESS_EXCLUSIVE);
      }
      dependents(object.oid());
    }
  }

  private void constraint(Constraint constraint) {
    if (!seen.add(constraint.oid())) {
      return;
    }
    if (before.get(constraint.scope(), Relation.class).isPresent()) {
      taken.lock(constraint.scope(), LockMode.ACCESS_EXCLUSIVE);
    }
    int referenced = ForeignKeys.referenced(constraint);
    boolean ofPartition =
        constraint.inherited() > 0
            && taken.table(constraint.scope()).filter(Table::isPartition).isPresent();
    if (referenced != 0 && !ofPartition) {
      taken.lock(taken.family(referenced), LockMode.ACCESS_EXCLUSIVE);
    }
    follow(before.dependents(Ref.to(constraint.oid())));
    if (constraint.index() != 0 && taken.after().get(constraint.index()).isEmpty()) {
      dependents(constraint.index());
    }
  }

  private void gone(int oid) {
    if (!seen.add(oid)) {
      return;
    }
    taken.lock(oid, LockMode.ACCESS_EXCLUSIVE);
    Optional<Table> table = taken.table(oid);
    table.filter(Table::isPartition).ifPresent(this::parent);
    ForeignKeys.of(before, oid).forEach(this::constraint);
    follow(before.dependents(Ref.to(oid)));
  }

  private void parent(Table partition) {
    for (int parent : partition.parents()) {
      taken.lock(parent, LockMode.ACCESS_EXCLUSIVE);
      before.children(parent).stream()
          .filter(sibling -> sibling.bound().filter(Bounds::isDefault).isPresent())
          .forEach(sibling -> taken.lock(sibling.oid(), LockMode.ACCESS_EXCLUSIVE));
    }
  }
}
