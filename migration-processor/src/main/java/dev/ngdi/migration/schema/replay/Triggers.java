package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Triggers, with those that partitions get from them. */
final class Triggers {
  private Triggers() {}

  static void create(Work work, Statement.CreateObject statement, Definition.Trigger definition) {
    Optional<Relation> found = statement.on().flatMap(new Finder(work)::relation);
    if (found.isEmpty()) {
      return;
    }
    int relation = found.get().oid();
    boolean possible = TriggerChecks.possible(work, found.get(), definition);
    Optional<Expressions.Binding> when = definition.when().map(w -> when(work, relation, w));
    if (possible) {
      definition.when().ifPresent(w -> TriggerChecks.condition(work, relation, definition, w));
    }
    int function = TriggerFunctions.find(work, definition.function());
    String name = statement.name().name();
    Lookup<Trigger> there = work.schema().trigger(relation, name);
    if (there.present() && !replaceable(work, statement, definition, there.found().get())) {
      return;
    }
    int oid = there.found().map(Trigger::oid).orElseGet(work::newOid);
    Trigger trigger =
        new Trigger(
            oid,
            relation,
            name,
            definition,
            columns(work, relation, definition.ofColumns()),
            when.map(Expressions.Binding::bound),
            function,
            'O',
            0);
    put(work, trigger, when);
    definition
        .from()
        .flatMap(new Finder(work)::relation)
        .ifPresent(r -> work.depend(Ref.to(oid), Ref.to(r.oid()), Dependency.Type.AUTO));
    if (definition.forEachRow() && isPartitioned(work, relation)) {
      giveToPartitions(work, trigger, statement.orReplace());
    }
  }

  /** What its condition names. */
  private static Expressions.Binding when(Work work, int relation, Fragment when) {
    return Expressions.bindRows(work, when, relation, List.of("old", "new"));
  }

  private static boolean replaceable(
      Work work, Statement.CreateObject statement, Definition.Trigger definition, Trigger there) {
    String name = statement.name().name();
    boolean special = there.definition().constraint() || definition.constraint();
    if (statement.orReplace() && !special && there.parent() == 0) {
      return true;
    }
    boolean replaces = !statement.orReplace() && !special && work.schema().postgres() >= 14;
    String instead =
        replaces && there.parent() == 0
            ? "CREATE OR REPLACE TRIGGER %s …".formatted(statement.name().sql())
            : "";
    Members.taken(work, "TRIGGER", there.scope(), name, instead);
    return false;
  }

  private static List<Integer> columns(Work work, int relation, List<String> names) {
    List<Integer> numbers = new ArrayList<>();
    for (String name : names) {
      Relation now = work.get(relation, Relation.class).orElseThrow();
      Optional<Column> column = new Finder(work).column(now, name);
      if (column.isPresent() && numbers.contains(column.get().number())) {
        work.problem(
            Problem.Kind.NAME_TAKEN, "42701", "column `%s` is named twice".formatted(name), "");
      } else {
        column.ifPresent(c -> numbers.add(c.number()));
      }
    }
    return numbers;
  }

  private static boolean isPartitioned(Work work, int relation) {
    return work.get(relation, Table.class).filter(t -> t.partitionBy().isPresent()).isPresent();
  }

  private static void put(Work work, Trigger trigger, Optional<Expressions.Binding> when) {
    Members.forgetNeeds(work, trigger.oid());
    work.put(trigger);
    Ref ref = Ref.to(trigger.oid());
    work.depend(ref, Ref.to(trigger.scope()), Dependency.Type.AUTO);
    if (trigger.parent() != 0) {
      work.depend(ref, Ref.to(trigger.parent()), Dependency.Type.AUTO);
    }
    if (trigger.function() != 0) {
      work.depend(ref, Ref.to(trigger.function()), Dependency.Type.NORMAL);
    }
    trigger.ofColumns().stream()
        .filter(column -> column != 0)
        .forEach(c -> work.depend(ref, new Ref(trigger.scope(), c), Dependency.Type.NORMAL));
    when.ifPresent(binding -> binding.depend(work, ref, Dependency.Type.NORMAL));
  }

  // ---- partitions

  private static void giveToPartitions(Work work, Trigger trigger, boolean replace) {
    work.schema()
        .children(trigger.scope())
        .forEach(child -> copy(work, trigger, child.oid(), replace));
  }

  /** Gives a partition a trigger of its partitioned table, and its own partitions likewise. */
  static void copy(Work work, Trigger original, int partition, boolean replace) {
    Lookup<Trigger> there = work.schema().trigger(partition, original.name());
    if (there.present() && !replace) {
      Members.taken(work, "TRIGGER", partition, original.name(), "");
      return;
    }
    Rebinding rebinding = new Rebinding(work, original.scope(), partition);
    Optional<Expressions.Binding> when = original.when().map(rebinding::binding);
    Trigger copy =
        new Trigger(
            there.found().map(Trigger::oid).orElseGet(work::newOid),
            partition,
            original.name(),
            original.definition(),
            rebinding.columns(original.ofColumns()),
            when.map(Expressions.Binding::bound),
            original.function(),
            original.state(),
            original.oid());
    put(work, copy, when);
    giveToPartitions(work, copy, replace);
  }

  /** The triggers that partitions have from a trigger. */
  static List<Trigger> copies(Work work, Trigger trigger) {
    return work.schema().dependents(Ref.to(trigger.oid())).stream()
        .flatMap(d -> work.get(d.dependent().oid(), Trigger.class).stream())
        .filter(copy -> copy.parent() == trigger.oid())
        .toList();
  }

  /** Enables or disables it, and those that partitions have from it. */
  static void setState(Work work, Trigger trigger, char state) {
    work.put(trigger.withState(state));
    copies(work, trigger).forEach(copy -> setState(work, copy, state));
  }

  static void rename(Work work, Trigger trigger, String to) {
    boolean together = work.schema().postgres() >= 15;
    if (together && trigger.parent() != 0) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "%s has the name that it has on %s"
              .formatted(
                  Described.of(work.schema(), Ref.to(trigger.oid())),
                  work.get(trigger.parent(), Trigger.class)
                      .map(t -> Described.of(work.schema(), Ref.to(t.scope())))
                      .orElse("its partitioned table")),
          "");
      return;
    }
    if (!together || !trigger.name().equals(to)) {
      renameAll(work, trigger, to, together);
    }
  }

  private static void renameAll(Work work, Trigger trigger, String to, boolean together) {
    if (Members.taken(work, "TRIGGER", trigger.scope(), to, "")) {
      return;
    }
    work.put(trigger.withName(to));
    if (together) {
      copies(work, trigger).forEach(copy -> renameAll(work, copy, to, true));
    }
  }
}
