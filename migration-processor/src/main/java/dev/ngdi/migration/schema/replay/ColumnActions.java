package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What {@code ALTER TABLE} does to columns. */
final class ColumnActions {
  private ColumnActions() {}

  /** Applies an action if it is one of these. */
  static boolean apply(Work work, Table table, TableAction action, boolean recurse) {
    if (action instanceof TableAction.AddColumn add) {
      AddedColumns.add(work, table, add, recurse);
    } else if (action instanceof TableAction.DropColumn drop) {
      DroppedColumns.drop(work, table, drop, recurse);
    } else if (action instanceof TableAction.AlterType alter) {
      ColumnTypes.alter(work, table.oid(), alter, recurse);
    } else if (action instanceof TableAction.SetNotNull set) {
      find(work, table, set.column())
          .ifPresent(
              c ->
                  NotNulls.set(
                      work,
                      table.oid(),
                      c.number(),
                      Optional.empty(),
                      NotNulls.stateToSet(work, table.oid(), c.number(), recurse),
                      recurse));
    } else if (action instanceof TableAction.DropNotNull drop) {
      find(work, table, drop.column()).ifPresent(c -> NotNulls.drop(work, table.oid(), c, recurse));
    } else if (action instanceof TableAction.SetDefault set) {
      each(work, table, set.column(), recurse, (t, c) -> setDefault(work, t, c, set));
    } else if (action instanceof TableAction.DropDefault drop) {
      each(work, table, drop.column(), recurse, (t, c) -> dropDefault(work, t, c));
    } else if (action instanceof TableAction.SetExpression set) {
      each(work, table, set.column(), recurse, (t, c) -> setExpression(work, t, c, set));
    } else if (action instanceof TableAction.DropExpression drop) {
      dropExpression(work, table, drop, recurse);
    } else {
      return identity(work, table, action, recurse) || settings(work, table, action, recurse);
    }
    return true;
  }

  private static Optional<Column> find(Work work, Table table, String name) {
    return new Finder(work).column(table, name);
  }

  /** What is done to a column of one table. */
  private interface Change {
    void apply(Table table, Column column);
  }

  /** Does something to a column, and to those that come from it. */
  private static void each(Work work, Table table, String name, boolean recurse, Change change) {
    find(work, table, name)
        .ifPresent(
            column -> {
              change.apply(work.table(table.oid()), column);
              if (recurse) {
                work.schema().children(table.oid()).stream()
                    .filter(child -> child.column(name).isPresent())
                    .forEach(child -> each(work, child, name, true, change));
              }
            });
  }

  private static void setDefault(
      Work work, Table table, Column column, TableAction.SetDefault set) {
    if (column.generated() != Column.Generated.NONE || column.identity() != Column.Identity.NONE) {
      refuse(
          work,
          "42601",
          "column `%s` of `%s` fills itself, so it has no default"
              .formatted(column.name(), table.name()));
      return;
    }
    Defaults.set(work, table.oid(), column.number(), set.value());
  }

  private static void dropDefault(Work work, Table table, Column column) {
    if (column.generated() != Column.Generated.NONE || column.identity() != Column.Identity.NONE) {
      refuse(
          work,
          "42601",
          "column `%s` of `%s` fills itself, it has no default"
              .formatted(column.name(), table.name()));
      return;
    }
    Defaults.drop(work, table.oid(), column.number());
  }

  private static void setExpression(
      Work work, Table table, Column column, TableAction.SetExpression set) {
    if (column.generated() == Column.Generated.NONE && table.complete()) {
      refuse(
          work,
          "55000",
          "column `%s` of `%s` is not generated".formatted(column.name(), table.name()));
      return;
    }
    boolean checked =
        work.schema().of(table.oid(), Constraint.class).stream()
            .filter(c -> !work.schema().unsure(c))
            .anyMatch(c -> c.type() == ConstraintDefinition.Kind.CHECK);
    if (column.generated() == Column.Generated.VIRTUAL && checked) {
      refuse(
          work,
          "0A000",
          "`%s` has checks, for which what computes the column `%s` cannot change"
              .formatted(table.name(), column.name()));
      return;
    }
    Defaults.setGenerated(work, table.oid(), column.number(), set.expression());
  }

  private static void refuse(Work work, String sqlState, String message) {
    work.problem(Problem.Kind.NOT_POSSIBLE, sqlState, message, "");
  }

  private static void dropExpression(
      Work work, Table table, TableAction.DropExpression drop, boolean recurse) {
    if (!recurse && !work.schema().children(table.oid()).isEmpty()) {
      refuse(
          work,
          "0A000",
          "the tables that inherit from `%s` compute the column `%s` too"
              .formatted(table.name(), drop.column()));
      return;
    }
    Optional<Column> found = find(work, table, drop.column());
    if (found.isEmpty()) {
      return;
    }
    if (found.get().inherited() > 0) {
      refuse(
          work,
          "42P16",
          "column `%s` of `%s` comes from the table it inherits from"
              .formatted(drop.column(), table.name()));
      return;
    }
    if (found.get().generated() == Column.Generated.NONE && table.complete()) {
      if (!drop.ifExists()) {
        refuse(
            work,
            "55000",
            "column `%s` of `%s` is not generated".formatted(drop.column(), table.name()));
      }
      return;
    }
    if (found.get().generated() == Column.Generated.VIRTUAL) {
      refuse(
          work,
          "0A000",
          "column `%s` of `%s` is computed when it is read and has no values to keep"
              .formatted(drop.column(), table.name()));
      return;
    }
    each(
        work,
        table,
        drop.column(),
        recurse,
        (t, c) -> {
          Defaults.drop(work, t.oid(), c.number());
          change(work, t.oid(), c.number(), x -> x.withGenerated(Column.Generated.NONE));
        });
  }

  static void change(Work work, int table, int number, UnaryOperator<Column> change) {
    Table now = work.table(table);
    now.column(number).ifPresent(c -> work.put(now.withColumn(change.apply(c))));
  }

  // ---- identity

  private static boolean identity(Work work, Table table, TableAction action, boolean recurse) {
    boolean ofIdentity =
        action instanceof TableAction.AddIdentity
            || action instanceof TableAction.AlterIdentity
            || action instanceof TableAction.DropIdentity;
    if (action instanceof TableAction.AddIdentity add
        && find(work, table, add.column())
            .filter(c -> ColumnDefinitions.isNoNumber(work, c.type()))
            .isPresent()) {
      return true;
    }
    boolean shared = work.schema().postgres() >= 17;
    boolean onlyPartitioned = !recurse && table.partitionBy().isPresent();
    if (ofIdentity && shared && (onlyPartitioned || table.isPartition())) {
      refuse(
          work,
          "42P16",
          "the identity columns of the partitioned table and its partitions are the same, `%s`"
                  .formatted(table.name())
              + " cannot differ");
      return true;
    }
    if (action instanceof TableAction.AddIdentity add) {
      find(work, table, add.column()).ifPresent(c -> addIdentity(work, table, c, add.identity()));
    } else if (action instanceof TableAction.AlterIdentity alter) {
      find(work, table, alter.column()).ifPresent(c -> alterIdentity(work, table, c, alter));
    } else if (action instanceof TableAction.DropIdentity drop) {
      find(work, table, drop.column()).ifPresent(c -> dropIdentity(work, table, c, drop));
    } else {
      return false;
    }
    return true;
  }

  private static void addIdentity(
      Work work, Table table, Column column, TableElement.Identity identity) {
    boolean filled = column.identity() != Column.Identity.NONE || column.defaultOid() != 0;
    if (filled || (!column.notNull() && table.complete())) {
      refuse(
          work,
          "55000",
          filled
              ? "column `%s` of `%s` is filled already".formatted(column.name(), table.name())
              : "column `%s` of `%s` has to be `NOT NULL` to become an identity column"
                  .formatted(column.name(), table.name()));
      return;
    }
    if (NotNulls.find(work, table.oid(), column.number())
        .filter(notNull -> NotNulls.isUnchecked(work, notNull))
        .isPresent()) {
      return;
    }
    setIdentity(work, table.oid(), column.number(), of(identity.always()));
    Sequences.ofColumn(work, table.oid(), column.number(), true, identity.options());
  }

  private static Column.Identity of(boolean always) {
    return always ? Column.Identity.ALWAYS : Column.Identity.BY_DEFAULT;
  }

  private static void setIdentity(Work work, int table, int number, Column.Identity identity) {
    change(work, table, number, c -> c.withIdentity(identity));
    Table now = work.table(table);
    String name = now.column(number).orElseThrow().name();
    if (work.schema().postgres() >= 17) {
      work.schema().children(table).stream()
          .filter(Table::isPartition)
          .forEach(
              child ->
                  child
                      .column(name)
                      .ifPresent(c -> setIdentity(work, child.oid(), c.number(), identity)));
    }
  }

  private static void alterIdentity(
      Work work, Table table, Column column, TableAction.AlterIdentity alter) {
    if (column.identity() == Column.Identity.NONE && table.complete()) {
      refuse(
          work,
          "55000",
          "column `%s` of `%s` is not an identity column".formatted(column.name(), table.name()));
      return;
    }
    alter.always().ifPresent(a -> setIdentity(work, table.oid(), column.number(), of(a)));
    Sequences.ofIdentity(work, table.oid(), column.number())
        .ifPresent(sequence -> Sequences.set(work, sequence.oid(), alter.options()));
  }

  private static void dropIdentity(
      Work work, Table table, Column column, TableAction.DropIdentity drop) {
    if (column.identity() == Column.Identity.NONE && table.complete()) {
      if (!drop.ifExists()) {
        refuse(
            work,
            "55000",
            "column `%s` of `%s` is not an identity column".formatted(column.name(), table.name()));
      }
      return;
    }
    setIdentity(work, table.oid(), column.number(), Column.Identity.NONE);
    Sequences.ofIdentity(work, table.oid(), column.number())
        .map(Sequence::oid)
        .ifPresent(oid -> Removal.object(work, oid));
  }

  // ---- settings

  private static boolean settings(Work work, Table table, TableAction action, boolean recurse) {
    if (action instanceof TableAction.SetStatistics set) {
      String target = set.target();
      boolean usual = target.equals("-1") || target.equalsIgnoreCase("default");
      each(
          work,
          table,
          set.column(),
          recurse,
          (t, c) -> {
            if (c.generated() == Column.Generated.VIRTUAL) {
              refuse(
                  work,
                  "0A000",
                  "column `%s` of `%s` is computed when it is read and has no statistics"
                      .formatted(c.name(), t.name()));
            } else {
              set(work, t, c, "statistics", usual ? "" : target);
            }
          });
    } else if (action instanceof TableAction.SetStorage set) {
      boolean reset = set.storage().equalsIgnoreCase("default");
      each(
          work,
          table,
          set.column(),
          recurse,
          (t, c) -> {
            if (!Toast.refuses(work, c.type(), "storage", set.storage())) {
              boolean usual = reset || Toast.isUsual(work, c.type(), set.storage());
              set(work, t, c, "storage", usual ? "" : set.storage());
            }
          });
    } else if (action instanceof TableAction.SetCompression set) {
      boolean usual = set.method().equalsIgnoreCase("default");
      find(work, table, set.column())
          .filter(c -> !Toast.refuses(work, c.type(), "compression", set.method()))
          .ifPresent(c -> set(work, table, c, "compression", usual ? "" : set.method()));
    } else if (action instanceof TableAction.SetColumnOptions set) {
      find(work, table, set.column()).ifPresent(c -> options(work, table, c, set.options()));
    } else {
      return false;
    }
    return true;
  }

  private static void set(Work work, Table table, Column column, String name, String value) {
    Settings settings =
        value.isEmpty() ? column.settings().without(name) : column.settings().with(name, value);
    change(work, table.oid(), column.number(), c -> c.withSettings(settings));
  }

  private static void options(
      Work work, Table table, Column column, Map<String, Optional<String>> options) {
    Settings settings = TableSettings.with(column.settings(), options);
    change(work, table.oid(), column.number(), c -> c.withSettings(settings));
  }
}
