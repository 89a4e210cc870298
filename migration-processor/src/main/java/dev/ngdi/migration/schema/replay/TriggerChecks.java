package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Fragment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What PostgreSQL refuses of a trigger before it looks for its function. */
final class TriggerChecks {
  private final Work work;
  private final Relation relation;
  private final Definition.Trigger trigger;

  private TriggerChecks(Work work, Relation relation, Definition.Trigger trigger) {
    this.work = work;
    this.relation = relation;
    this.trigger = trigger;
  }

  /** Whether a relation can have such a trigger; otherwise that is said. */
  static boolean possible(Work work, Relation relation, Definition.Trigger trigger) {
    TriggerChecks checks = new TriggerChecks(work, relation, trigger);
    Optional<String> wrong =
        !relation.complete() || work.schema().unsure(relation)
            ? Optional.empty()
            : relation instanceof View view ? checks.onView(view) : checks.onTable();
    wrong.ifPresent(reason -> checks.refuse("42809", reason));
    return wrong.isEmpty() && checks.combines() && checks.transitionTables();
  }

  private boolean refuse(String sqlState, String message) {
    work.problem(Problem.Kind.NOT_POSSIBLE, sqlState, message, "");
    return false;
  }

  private boolean on(String event) {
    return trigger.events().contains(event);
  }

  private Optional<String> onView(View view) {
    if (view.materialized()) {
      return Optional.of("the materialized view `%s` can have no triggers".formatted(view.name()));
    } else if (!trigger.timing().equals("INSTEAD OF") && trigger.forEachRow()) {
      return Optional.of(
          "the view `%s` can have row triggers `INSTEAD OF` only".formatted(view.name()));
    } else if (on("TRUNCATE")) {
      return Optional.of("the view `%s` can have no `TRUNCATE` triggers".formatted(view.name()));
    }
    return Optional.empty();
  }

  private Optional<String> onTable() {
    boolean foreign = !((Table) relation).server().isEmpty();
    if (trigger.timing().equals("INSTEAD OF")) {
      return Optional.of(
          "`%s` is %s, only views have triggers `INSTEAD OF`"
              .formatted(relation.name(), Finder.withArticle(relation)));
    } else if (foreign && trigger.constraint()) {
      return Optional.of(
          "the foreign table `%s` can have no constraint triggers".formatted(relation.name()));
    }
    return Optional.empty();
  }

  private boolean combines() {
    if (trigger.forEachRow() && on("TRUNCATE")) {
      return refuse("0A000", "a `TRUNCATE` trigger is `FOR EACH STATEMENT`");
    }
    if (!trigger.timing().equals("INSTEAD OF")) {
      return true;
    }
    if (!trigger.forEachRow()) {
      return refuse("0A000", "a trigger `INSTEAD OF` is `FOR EACH ROW`");
    } else if (trigger.when().isPresent()) {
      return refuse("0A000", "a trigger `INSTEAD OF` has no `WHEN`");
    }
    return trigger.ofColumns().isEmpty()
        || refuse("0A000", "a trigger `INSTEAD OF` has no list of columns");
  }

  private boolean transitionTables() {
    String tables = trigger.transitionTables().toLowerCase(Locale.ROOT);
    if (tables.isEmpty()) {
      return true;
    }
    boolean partitioned =
        relation instanceof Table table && table.partitionBy().isPresent() && trigger.forEachRow();
    boolean child =
        relation instanceof Table table && !table.parents().isEmpty() && trigger.forEachRow();
    if (partitioned || child) {
      return refuse(
          "0A000",
          "`%s` is part of an inheritance tree: its row triggers have no transition tables"
              .formatted(relation.name()));
    } else if (relation instanceof View && relation.complete()) {
      return refuse("42809", "triggers on views have no transition tables");
    } else if (!trigger.timing().equals("AFTER") || on("TRUNCATE")) {
      return refuse("42P17", "only `AFTER` triggers of row changes have transition tables");
    } else if (trigger.events().size() > 1 || !trigger.ofColumns().isEmpty()) {
      return refuse(
          "0A000", "a trigger with transition tables is for one event, without list of columns");
    }
    boolean without =
        (on("INSERT") && tables.matches("(?s).*\\bold\\s+table\\b.*"))
            || (on("DELETE") && tables.matches("(?s).*\\bnew\\s+table\\b.*"));
    return !without
        || refuse(
            "42P17",
            "%s has no %s rows"
                .formatted("`" + trigger.events().get(0) + "`", on("INSERT") ? "`OLD`" : "`NEW`"));
  }

  /** Says what is wrong with a condition. */
  static void condition(Work work, int oid, Definition.Trigger trigger, Fragment when) {
    if (!when.complete() || when.scopes().isEmpty()) {
      return;
    }
    Relation relation = work.get(oid, Relation.class).orElseThrow();
    TriggerChecks checks = new TriggerChecks(work, relation, trigger);
    boolean allowed = !Expressions.hasSubquery(work, when, "a trigger's condition");
    for (Fragment.ColumnUse use : when.scopes().get(0).columns()) {
      boolean known = use.certain() || use.path().size() > 1;
      allowed = allowed && (!known || checks.allowed(use));
    }
  }

  private boolean allowed(Fragment.ColumnUse use) {
    List<String> path = use.path();
    String row = path.get(0);
    if (path.size() == 1 && relation.column(row).isPresent()) {
      return refuse(
          "42702", "`%s` can be that of `OLD` or that of `NEW`: write which".formatted(row));
    } else if (!row.equals("old") && !row.equals("new")) {
      return true;
    } else if (!trigger.forEachRow()) {
      return refuse("42P17", "the condition of a trigger `FOR EACH STATEMENT` names a row");
    } else if (row.equals("old") && on("INSERT")) {
      return refuse("42P17", "the condition of an `INSERT` trigger names `OLD`");
    } else if (row.equals("new") && on("DELETE")) {
      return refuse("42P17", "the condition of a `DELETE` trigger names `NEW`");
    }
    return !row.equals("new") || !trigger.timing().equals("BEFORE") || isThereBefore(use);
  }

  private boolean isThereBefore(Fragment.ColumnUse use) {
    String name = use.path().get(use.path().size() - 1);
    if (use.path().size() == 1 || use.star()) {
      return relation.columns().stream().noneMatch(TriggerChecks::isGenerated)
          || refuse("42P17", "a `BEFORE` trigger's `NEW` row has no generated columns yet");
    } else if (Finder.SYSTEM_COLUMNS.contains(name)) {
      return refuse("0A000", "a `BEFORE` trigger's `NEW` row has no system columns");
    }
    return relation.column(name).filter(TriggerChecks::isGenerated).isEmpty()
        || refuse("42P17", "a `BEFORE` trigger's `NEW.%s` is not generated yet".formatted(name));
  }

  private static boolean isGenerated(Column column) {
    return column.generated() != Column.Generated.NONE;
  }
}
