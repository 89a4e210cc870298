package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code INHERIT}, {@code ATTACH PARTITION}, {@code OF} and their opposites. */
final class InheritanceActions {
  private InheritanceActions() {}

  /** Applies an action if it is one of these. */
  static boolean apply(Work work, Table table, TableAction action) {
    Finder finder = new Finder(work);
    if (action instanceof TableAction.SetInheritance set) {
      finder
          .table(set.parent())
          .ifPresent(
              parent -> {
                if (set.inherit()) {
                  inherit(work, parent.oid(), table.oid(), Optional.empty());
                } else {
                  leave(work, parent, table.oid());
                }
              });
    } else if (action instanceof TableAction.AttachPartition attach) {
      if (isPartitioned(work, table) && !isDefaultOfHash(work, table, attach)) {
        finder.table(attach.partition()).ifPresent(child -> attach(work, table, child, attach));
      }
    } else if (action instanceof TableAction.DetachPartition detach) {
      if (isPartitioned(work, table)) {
        finder.table(detach.partition()).ifPresent(child -> detach(work, table, child));
      }
    } else if (action instanceof TableAction.SetType set) {
      setType(work, table, set.type());
    } else {
      return false;
    }
    return true;
  }

  private static void refuse(Work work, String sqlState, String message) {
    work.problem(Problem.Kind.NOT_POSSIBLE, sqlState, message, "");
  }

  private static boolean inherit(Work work, int parentOid, int childOid, Optional<String> bound) {
    Table parent = work.table(parentOid);
    Table child = work.table(childOid);
    if (bound.isEmpty() && (child.isPartition() || parent.isPartition())) {
      refuse(work, "42809", "`%s` or `%s` is a partition".formatted(child.name(), parent.name()));
      return false;
    }
    if (bound.isEmpty() && parent.partitionBy().isPresent()) {
      refuse(work, "42809", "`%s` is partitioned".formatted(parent.name()));
      return false;
    }
    if (!isKeptAlike(work, parent, child, bound.isPresent())) {
      return false;
    }
    if (parentOid == childOid || descends(work, parent, childOid)) {
      refuse(work, "42P07", "`%s` inherits from `%s`".formatted(parent.name(), child.name()));
      return false;
    }
    if (child.parents().contains(parentOid)) {
      refuse(
          work, "42P07", "`%s` inherits from `%s` already".formatted(child.name(), parent.name()));
      return false;
    }
    for (Column column : parent.columns()) {
      if (child.column(column.name()).isEmpty() && child.complete()) {
        refuse(
            work,
            "42804",
            "`%s` has no column `%s` as `%s` has"
                .formatted(child.name(), column.name(), parent.name()));
        return false;
      }
    }
    for (Column column : parent.columns()) {
      Optional<Column> own = child.column(column.name());
      boolean same =
          own.filter(c -> !c.collation().equals(column.collation())).isEmpty()
              || !own.get().type().equals(column.type());
      if (!same) {
        refuse(
            work,
            "42P21",
            "column `%s` of `%s` has another collation than in `%s`"
                .formatted(column.name(), child.name(), parent.name()));
        return false;
      }
    }
    for (Constraint check : Inheritance.checks(work, parentOid)) {
      if (work.schema().constraint(childOid, check.name()).absent()) {
        refuse(
            work,
            "42804",
            "`%s` has no constraint `%s` as `%s` has"
                .formatted(child.name(), check.name(), parent.name()));
        return false;
      }
    }
    for (Constraint notNull : CreateTables.notNulls(work, parent)) {
      int column = new Rebinding(work, parentOid, childOid).column(notNull.columns().get(0));
      if (NotNulls.find(work, childOid, column)
          .filter(own -> conflicts(work, notNull, own))
          .isPresent()) {
        return false;
      }
    }
    List<Integer> parents = new ArrayList<>(child.parents());
    parents.add(parentOid);
    work.put(child.withParents(parents, bound));
    work.depend(
        Ref.to(childOid),
        Ref.to(parentOid),
        bound.isPresent() ? Dependency.Type.AUTO : Dependency.Type.NORMAL);
    for (Column column : parent.columns()) {
      Table now = work.table(childOid);
      now.column(column.name())
          .ifPresent(
              own ->
                  work.put(
                      now.withColumn(
                          own.withInheritance(
                              own.inherited() + 1, bound.isEmpty() && own.local()))));
    }
    Inheritance.checks(work, parentOid)
        .forEach(check -> merge(work, check, childOid, bound.isPresent()));
    for (Constraint notNull : CreateTables.notNulls(work, parent)) {
      int column = new Rebinding(work, parentOid, childOid).column(notNull.columns().get(0));
      NotNulls.find(work, childOid, column)
          .ifPresent(
              own ->
                  work.put(
                      own.withInheritance(own.inherited() + 1, bound.isEmpty() && own.local())));
    }
    return true;
  }

  /** Whether a table's constraint holds for less than the one that it would inherit. */
  private static boolean conflicts(Work work, Constraint inherited, Constraint own) {
    boolean unchecked = inherited.state().validated() && !own.state().validated();
    boolean refused =
        (unchecked || own.state().noInherit())
            && !work.schema().unsure(inherited)
            && !work.schema().unsure(own);
    if (refused) {
      refuse(
          work,
          "42P17",
          "the constraint `%s` of `%s` is %s"
              .formatted(
                  own.name(),
                  work.table(own.scope()).name(),
                  own.state().noInherit() ? "`NO INHERIT`" : "`NOT VALID`"));
    }
    return refused;
  }

  private static boolean descends(Work work, Table table, int from) {
    return table.parents().stream()
        .anyMatch(
            parent ->
                parent == from
                    || work.get(parent, Table.class)
                        .filter(p -> descends(work, p, from))
                        .isPresent());
  }

  private static void merge(Work work, Constraint check, int child, boolean partition) {
    work.schema()
        .constraint(child, check.name())
        .found()
        .ifPresent(
            own -> work.put(own.withInheritance(own.inherited() + 1, !partition && own.local())));
  }

  /** Whether a table can be partitioned; if not, that is said. */
  private static boolean isPartitioned(Work work, Table table) {
    boolean refused = table.partitionBy().isEmpty() && table.complete();
    if (refused) {
      refuse(work, "42809", "`%s` is not partitioned".formatted(table.name()));
    }
    return !refused;
  }

  private static boolean isDefaultOfHash(
      Work work, Table parent, TableAction.AttachPartition attach) {
    boolean refused = attach.bound().equalsIgnoreCase("default") && CreateTables.isHash(parent);
    if (refused) {
      refuse(
          work,
          "42P16",
          "`%s` is partitioned by hash and has no default partition".formatted(parent.name()));
    }
    return refused;
  }

  /** Whether a table and one it inherits from are both temporary or not; if not, that is said. */
  private static boolean isKeptAlike(Work work, Table parent, Table child, boolean partition) {
    boolean ofTemporary = parent.persistence() == Table.Persistence.TEMPORARY;
    boolean temporary = child.persistence() == Table.Persistence.TEMPORARY;
    boolean refused = ofTemporary != temporary && (ofTemporary || partition);
    if (refused) {
      refuse(
          work,
          "42809",
          "only one of `%s` and `%s` is temporary".formatted(child.name(), parent.name()));
    }
    return !refused;
  }

  private static void attach(
      Work work, Table parent, Table child, TableAction.AttachPartition attach) {
    if (child.isPartition() || !child.parents().isEmpty()) {
      refuse(
          work,
          "42809",
          "`%s` %s already"
              .formatted(child.name(), child.isPartition() ? "is a partition" : "inherits"));
      return;
    }
    if (child.ofType() != 0) {
      refuse(work, "42809", "`%s` has its columns from a type".formatted(child.name()));
      return;
    }
    if (child.partitionBy().isEmpty() && !work.schema().children(child.oid()).isEmpty()) {
      refuse(work, "42809", "other tables inherit from `%s`".formatted(child.name()));
      return;
    }
    if (parent.oid() == child.oid() || descends(work, parent, child.oid())) {
      refuse(work, "42P07", "`%s` inherits from `%s`".formatted(parent.name(), child.name()));
      return;
    }
    if (!isKeptAlike(work, parent, child, true)) {
      return;
    }
    Optional<Column> identity =
        child.columns().stream().filter(c -> c.identity() != Column.Identity.NONE).findFirst();
    if (identity.isPresent() && work.schema().postgres() >= 17) {
      refuse(
          work,
          "55000",
          "column `%s` of `%s` is an identity column, which it would get from `%s`"
              .formatted(identity.get().name(), child.name(), parent.name()));
      return;
    }
    if (!inherit(work, parent.oid(), child.oid(), Optional.of(attach.bound()))) {
      return;
    }
    if (work.schema().postgres() < 18) {
      for (Column column : parent.columns()) {
        Table now = work.table(child.oid());
        now.column(column.name())
            .filter(own -> column.notNull() && !own.notNull())
            .ifPresent(own -> work.put(now.withColumn(own.withNotNull(true))));
      }
    }
    if (work.schema().postgres() >= 17) {
      for (Column column : parent.columns()) {
        Table now = work.table(child.oid());
        now.column(column.name())
            .ifPresent(own -> work.put(now.withColumn(own.withIdentity(column.identity()))));
      }
    }
    if (child.complete()) {
      Partitions.takeFromParent(work, child.oid());
    } else {
      work.set(work.schema().withUnsure(child.oid()));
    }
  }

  private static void detach(Work work, Table parent, Table child) {
    boolean known = parent.complete() && child.complete();
    if (!known && !child.parents().contains(parent.oid())) {
      work.unproven("whether `%s` is a partition of `%s`".formatted(child.name(), parent.name()));
      return;
    }
    if (!child.parents().contains(parent.oid())) {
      refuse(
          work, "42P01", "`%s` is not a partition of `%s`".formatted(child.name(), parent.name()));
      return;
    }
    Set<Integer> parentIndexes =
        Set.copyOf(work.schema().indexes(parent.oid()).stream().map(Index::oid).toList());
    for (Index index : work.schema().indexes(child.oid())) {
      if (parentIndexes.contains(index.parent())) {
        separate(work, index.oid(), index.parent());
        work.put(index.withParent(0));
        Keys.of(work, index).ifPresent(c -> work.put(c.withInheritance(0, true)));
      }
    }
    for (Constraint key : Partitions.foreignKeys(work, child.oid())) {
      if (key.inherited() > 0) {
        work.schema()
            .of(parent.oid(), Constraint.class)
            .forEach(c -> separate(work, key.oid(), c.oid()));
        work.put(key.withInheritance(0, true));
      }
    }
    for (Trigger trigger : work.schema().of(child.oid(), Trigger.class)) {
      if (work.get(trigger.parent(), Trigger.class)
          .filter(t -> t.scope() == parent.oid())
          .isPresent()) {
        work.put(trigger.withParent(0));
        Drops.drop(work, Ref.to(trigger.oid()), true);
      }
    }
    ForeignKeys.release(work, child);
    leave(work, parent, child.oid());
    Table left = work.table(child.oid());
    if (work.schema().postgres() >= 17) {
      work.put(
          left.withColumns(
              left.columns().stream().map(c -> c.withIdentity(Column.Identity.NONE)).toList()));
    }
  }

  private static void separate(Work work, int dependent, int referenced) {
    for (Dependency need : work.schema().needs(dependent)) {
      if (need.referenced().equals(Ref.to(referenced))) {
        work.set(work.schema().without(need));
      }
    }
  }

  private static void leave(Work work, Table parent, int childOid) {
    Table child = work.table(childOid);
    if (!child.parents().contains(parent.oid())) {
      if (child.complete()) {
        refuse(
            work,
            "42P01",
            "`%s` does not inherit from `%s`".formatted(child.name(), parent.name()));
      }
      return;
    }
    List<Constraint> shared = new ArrayList<>();
    for (Constraint constraint : work.schema().of(parent.oid(), Constraint.class)) {
      if (constraint.type() == Kind.CHECK || constraint.type() == Kind.NOT_NULL) {
        Constraints.children(work, constraint).stream()
            .filter(c -> c.scope() == childOid)
            .forEach(shared::add);
      }
    }
    shared.forEach(own -> Constraints.lose(work, own, false));
    List<Integer> parents = child.parents().stream().filter(p -> p != parent.oid()).toList();
    work.put(child.withParents(parents, Optional.empty()));
    separate(work, childOid, parent.oid());
    for (Column column : parent.columns()) {
      Table now = work.table(childOid);
      now.column(column.name())
          .filter(own -> own.inherited() > 0)
          .ifPresent(
              own -> {
                int left = own.inherited() - 1;
                work.put(now.withColumn(own.withInheritance(left, own.local() || left == 0)));
              });
    }
  }

  private static void setType(Work work, Table table, Optional<QualifiedName> name) {
    if (table.ofType() != 0) {
      separate(work, table.oid(), table.ofType());
    }
    if (name.isEmpty()) {
      work.put(work.table(table.oid()).withType(0));
      return;
    }
    Optional<UserType> type = work.schema().type(name.get()).found();
    if (type.isEmpty()) {
      new Types(work).missingOrUnsure(name.get());
      return;
    }
    work.put(work.table(table.oid()).withType(type.get().oid()));
    work.depend(Ref.to(table.oid()), Ref.to(type.get().oid()), Dependency.Type.NORMAL);
  }
}
