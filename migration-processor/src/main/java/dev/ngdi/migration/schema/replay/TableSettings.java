package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code ALTER TABLE} sets of a table as a whole. */
final class TableSettings {
  private static final String REPLICA_IDENTITY = "replica identity";
  private static final int NO_PERSISTENCE_OF_PARTITIONED = 18;

  private TableSettings() {}

  /** Applies an action if it is one of these. */
  static boolean apply(Work work, Table table, TableAction action) {
    if (action instanceof TableAction.SetOptions set) {
      boolean sets = set.options().values().stream().anyMatch(Optional::isPresent);
      if (sets && table.partitionBy().isPresent()) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "42809",
            "the partitioned table `%s` has no storage parameters, its partitions have"
                .formatted(table.name()),
            "");
        return true;
      }
      work.put(table.withSettings(with(table.settings(), set.options())));
    } else if (action instanceof TableAction.SetLogged set) {
      logged(work, table, set.logged());
    } else if (action instanceof TableAction.SetTablespace set) {
      put(work, table, "tablespace", set.tablespace().equals("pg_default") ? "" : set.tablespace());
    } else if (action instanceof TableAction.SetAccessMethod set) {
      put(work, table, "access method", set.method().filter(m -> !m.equals("heap")).orElse(""));
    } else if (action instanceof TableAction.ClusterOn cluster) {
      clusterOn(work, table, cluster.index());
    } else if (action instanceof TableAction.ReplicaIdentity identity) {
      replicaIdentity(work, table, identity);
    } else if (action instanceof TableAction.RowSecurity security) {
      put(
          work,
          table,
          security.forced() ? "force row security" : "row security",
          security.on() ? "on" : "");
    } else if (action instanceof TableAction.SetTriggerState state) {
      setState(work, table, state);
    } else {
      return false;
    }
    return true;
  }

  private static void put(Work work, Table table, String name, String value) {
    Settings settings =
        value.isEmpty() ? table.settings().without(name) : table.settings().with(name, value);
    work.put(table.withSettings(settings));
  }

  /** Settings with other options; those without a value are reset. */
  static Settings with(Settings before, Map<String, Optional<String>> options) {
    Settings settings = before;
    for (Map.Entry<String, Optional<String>> option : options.entrySet()) {
      String name = "option." + option.getKey();
      settings =
          option.getValue().isPresent()
              ? settings.with(name, option.getValue().get())
              : settings.without(name);
    }
    return settings;
  }

  /** Whether stored columns have the row type of a table, which is said: it cannot be rewritten. */
  static boolean isRowType(Work work, Table table) {
    boolean typed = Composites.holder(work, table.oid()).isPresent();
    if (typed) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "`%s` cannot be written anew while columns have its row type".formatted(table.name()),
          "");
    }
    return typed;
  }

  private static void logged(Work work, Table table, boolean logged) {
    if (table.persistence() == Table.Persistence.TEMPORARY) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE, "42P16", "`%s` is temporary".formatted(table.name()), "");
      return;
    }
    if (table.partitionBy().isPresent()) {
      if (work.schema().postgres() >= NO_PERSISTENCE_OF_PARTITIONED) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "42809",
            "the partitioned table `%s` is as lasting as its partitions".formatted(table.name()),
            "");
      }
      return;
    }
    Table.Persistence persistence =
        logged ? Table.Persistence.PERMANENT : Table.Persistence.UNLOGGED;
    if (table.persistence() == persistence
        || !ForeignKeys.canBecome(work, table, persistence)
        || isRowType(work, table)) {
      return;
    }
    work.put(table.withPersistence(persistence));
    RelationNames.ownedSequences(work, table).stream()
        .filter(sequence -> !work.isNew(sequence.oid()))
        .forEach(
            sequence ->
                work.put(sequence.withPersistence(Sequences.persistence(work, persistence))));
  }

  private static void replicaIdentity(
      Work work, Table table, TableAction.ReplicaIdentity identity) {
    if (identity.index().isEmpty()) {
      String value = identity.identity();
      put(work, table, REPLICA_IDENTITY, value.equals("DEFAULT") ? "" : value);
      return;
    }
    String name = identity.index().get();
    Lookup<CatalogObject> lookup = work.schema().inRelations(table.scope(), name);
    if (lookup.found().isEmpty()) {
      if (lookup.sure() && table.complete()) {
        noIndex(work, table, name);
      } else {
        work.unproven("what the index `%s` is".formatted(name));
      }
    } else if (lookup.found().get() instanceof Index index && canIdentify(work, table, index)) {
      put(work, table, REPLICA_IDENTITY, String.valueOf(index.oid()));
    } else {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "`%s` is no unique index of all rows of `%s` over columns that are `NOT NULL`"
              .formatted(name, table.name()),
          "");
    }
  }

  /** Whether a column is in the index that is a table's replica identity. */
  static boolean identifies(Work work, Table table, int column) {
    return table
        .settings()
        .get(REPLICA_IDENTITY)
        .filter(value -> value.matches("[0-9]+"))
        .flatMap(value -> work.get(Integer.parseInt(value), Index.class))
        .filter(index -> index.parts().stream().anyMatch(part -> part.column() == column))
        .isPresent();
  }

  private static boolean canIdentify(Work work, Table table, Index index) {
    boolean deferrable = Keys.of(work, index).filter(c -> c.state().deferrable()).isPresent();
    return index.table() == table.oid()
        && index.unique()
        && index.predicate().isEmpty()
        && !deferrable
        && index.parts().stream()
            .allMatch(
                p ->
                    table
                        .column(p.column())
                        .filter(c -> c.notNull() || (!table.complete() && !c.type().known()))
                        .isPresent());
  }

  private static void noIndex(Work work, Table table, String name) {
    work.problem(
        Problem.Kind.NAME_NOT_FOUND,
        "42704",
        "there is no index `%s` on `%s`".formatted(name, table.name()),
        Finder.near(name, work.schema().indexes(table.oid()).stream().map(Index::name).toList()));
  }

  private static void clusterOn(Work work, Table table, Optional<String> name) {
    if (table.partitionBy().isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "the partitioned table `%s` has no rows that could be clustered".formatted(table.name()),
          "");
      return;
    }
    if (name.isEmpty()) {
      put(work, table, "cluster on", "");
      return;
    }
    Optional<CatalogObject> index = work.schema().inRelations(table.scope(), name.get()).found();
    if (index.isPresent() && index.get() instanceof Index found && found.table() == table.oid()) {
      if (!List.of("btree", "gist").contains(found.method()) || found.predicate().isPresent()) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "0A000",
            "the index `%s` has no order of all rows".formatted(name.get()),
            "");
        return;
      }
      put(work, table, "cluster on", String.valueOf(found.oid()));
    } else if (table.complete()) {
      noIndex(work, table, name.get());
    }
  }

  private static void setState(Work work, Table table, TableAction.SetTriggerState set) {
    Optional<String> name = set.name();
    Lookup<? extends CatalogObject> named =
        set.rule()
            ? work.schema().rule(table.oid(), name.orElse(""))
            : work.schema().trigger(table.oid(), name.orElse(""));
    if (name.isPresent() && named.absent()) {
      String word = set.rule() ? "rule" : "trigger";
      work.problem(
          Problem.Kind.NAME_NOT_FOUND,
          "42704",
          "there is no %s `%s` on `%s`".formatted(word, name.get(), table.name()),
          Finder.near(
              name.get(),
              work.schema().of(table.oid(), CatalogObject.class).stream()
                  .filter(set.rule() ? RewriteRule.class::isInstance : Trigger.class::isInstance)
                  .map(CatalogObject::name)
                  .toList()));
    } else if (set.rule()) {
      work.schema().of(table.oid(), RewriteRule.class).stream()
          .filter(rule -> name.filter(n -> !n.equals(rule.name())).isEmpty())
          .forEach(rule -> work.put(rule.withState(set.state())));
    } else {
      work.schema().of(table.oid(), Trigger.class).stream()
          .filter(trigger -> name.filter(n -> !n.equals(trigger.name())).isEmpty())
          .forEach(trigger -> Triggers.setState(work, trigger, set.state()));
    }
  }
}
