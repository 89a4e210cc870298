package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be changed of a view or materialized view besides its query. */
final class ViewChanges {
  private ViewChanges() {}

  /** One action of {@code ALTER VIEW} or of {@code ALTER TABLE} on a view; whether it is one. */
  static boolean alter(Work work, View view, TableAction action) {
    if (action instanceof TableAction.RenameTable rename) {
      ObjectChanges.rename(work, view, rename.to());
    } else if (action instanceof TableAction.RenameColumn rename) {
      renameColumn(work, view, rename);
    } else if (action instanceof TableAction.SetOptions set) {
      work.put(view.withSettings(options(view.settings(), "option.", set.options())));
    } else if (action instanceof TableAction.SetDefault set) {
      return !view.materialized() && setDefault(work, view, set);
    } else if (action instanceof TableAction.DropDefault drop) {
      column(work, view, drop.column()).ifPresent(c -> Defaults.drop(work, view.oid(), c.number()));
      return !view.materialized();
    } else if (action instanceof TableAction.SetSchema set) {
      new Finder(work)
          .namespace(set.schema())
          .ifPresent(scope -> ObjectChanges.move(work, view, scope));
    } else if (action instanceof TableAction.OwnerTo owner) {
      Owners.change(work, view.oid(), owner.role());
    } else if (action instanceof TableAction.SetTablespace set) {
      work.put(view.withSettings(view.settings().with("tablespace", set.tablespace())));
    } else if (action instanceof TableAction.SetAccessMethod set) {
      Settings without = view.settings().without("access method");
      work.put(
          view.withSettings(
              set.method().map(m -> without.with("access method", m)).orElse(without)));
    } else if (action instanceof TableAction.ClusterOn cluster) {
      cluster(work, view, cluster);
    } else if (action instanceof TableAction.SetStatistics set) {
      column(work, view, set.column())
          .ifPresent(c -> set(work, view, c, "statistics", set.target()));
    } else if (action instanceof TableAction.SetStorage set) {
      column(work, view, set.column()).ifPresent(c -> set(work, view, c, "storage", set.storage()));
    } else if (action instanceof TableAction.SetCompression set) {
      column(work, view, set.column())
          .ifPresent(c -> set(work, view, c, "compression", set.method()));
    } else {
      return false;
    }
    return true;
  }

  private static boolean setDefault(Work work, View view, TableAction.SetDefault set) {
    Optional<Column> column = column(work, view, set.column());
    if (column.filter(c -> !c.type().known()).isPresent() && set.value().sql().equals("NULL")) {
      work.unproven("the default of a column of `%s`".formatted(view.name()));
      work.set(work.schema().withUnsure(view.oid()));
    } else {
      column.ifPresent(c -> Defaults.set(work, view.oid(), c.number(), set.value()));
    }
    return true;
  }

  private static Settings options(
      Settings before, String prefix, Map<String, Optional<String>> options) {
    Settings settings = before;
    for (Map.Entry<String, Optional<String>> option : options.entrySet()) {
      String name = prefix + option.getKey();
      Settings now = settings;
      settings =
          option.getValue().map(value -> now.with(name, value)).orElseGet(() -> now.without(name));
    }
    return settings;
  }

  private static void renameColumn(Work work, View view, TableAction.RenameColumn rename) {
    Optional<Column> column = column(work, view, rename.from());
    if (column.isEmpty()) {
      return;
    }
    if (view.column(rename.to()).isPresent()) {
      NotFound.taken(work, "42701", "column", rename.to(), "");
      return;
    }
    View known = work.get(view.oid(), View.class).orElse(view);
    List<Column> columns =
        known.columns().stream()
            .map(c -> c.number() == column.get().number() ? c.withName(rename.to()) : c)
            .toList();
    work.put(known.withColumns(columns, columns.stream().map(Column::name).toList()));
  }

  private static Optional<Column> column(Work work, View view, String name) {
    return new Finder(work).column(view, name);
  }

  private static void set(Work work, View view, Column column, String name, String value) {
    Column changed = column.withSettings(column.settings().with(name, value));
    work.put(
        view.withColumns(
            view.columns().stream().map(c -> c.number() == changed.number() ? changed : c).toList(),
            view.columnNames()));
  }

  private static void cluster(Work work, View view, TableAction.ClusterOn cluster) {
    Settings without = view.settings().without("cluster on");
    Optional<Index> index =
        cluster
            .index()
            .flatMap(
                name ->
                    work.schema().indexes(view.oid()).stream()
                        .filter(i -> i.name().equals(name))
                        .findFirst());
    work.put(
        view.withSettings(
            index.map(i -> without.with("cluster on", String.valueOf(i.oid()))).orElse(without)));
  }
}
