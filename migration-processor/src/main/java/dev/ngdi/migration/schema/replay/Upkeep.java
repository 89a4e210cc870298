package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Work on what is there: refreshing, clustering, vacuuming, locking. */
final class Upkeep {
  private Upkeep() {}

  static void apply(Work work, Statement.Maintenance statement) {
    for (QualifiedName name : statement.targets()) {
      switch (statement.command()) {
        case "REFRESH MATERIALIZED VIEW" -> refresh(work, name, statement.withData());
        case "CLUSTER" -> cluster(work, name, statement.index());
        case "REINDEX" -> reindex(work, name, statement.kind());
        default -> find(work, name);
      }
    }
  }

  /** What has a name; where it is certain that nothing has, that is said. */
  static Optional<CatalogObject> find(Work work, QualifiedName name) {
    boolean system =
        name.schema()
            .map(s -> s.startsWith("pg_") && !s.equals("pg_temp"))
            .orElse(name.name().startsWith("pg_"));
    boolean ofExtension =
        ExtensionRelations.has(name.name()) || Extensions.anyUnknown(work.schema());
    if (!system && !ofExtension) {
      return new Finder(work).inRelations(name);
    }
    return work.schema().inRelations(name).found();
  }

  private static void refresh(Work work, QualifiedName name, boolean withData) {
    Optional<CatalogObject> found = find(work, name);
    if (found.isPresent() && found.get() instanceof View view && view.materialized()) {
      work.put(view.withPopulated(withData));
    } else if (found.isPresent() && isKnown(found.get())) {
      NotFound.wrongKind(work, found.get(), "materialized view");
    }
  }

  private static boolean isKnown(CatalogObject object) {
    return !(object instanceof Table table) || table.complete();
  }

  private static void cluster(Work work, QualifiedName name, Optional<String> index) {
    Optional<CatalogObject> found = find(work, name);
    if (found.isEmpty() || index.isEmpty()) {
      return;
    }
    List<Index> indexes = work.schema().indexes(found.get().oid());
    Optional<Index> named = indexes.stream().filter(i -> i.name().equals(index.get())).findFirst();
    if (named.isEmpty()) {
      boolean complete = isKnown(found.get()) && !work.schema().unsure(index.get());
      if (complete) {
        NotFound.object(
            work, "42704", "index", index.get(), indexes.stream().map(Index::name).toList());
      }
      return;
    }
    String oid = String.valueOf(named.get().oid());
    if (found.get() instanceof Table table) {
      work.put(table.withSettings(table.settings().with("cluster on", oid)));
    } else if (found.get() instanceof View view) {
      work.put(view.withSettings(view.settings().with("cluster on", oid)));
    }
  }

  private static void reindex(Work work, QualifiedName name, String kind) {
    boolean unseen = work.schema().open() && work.schema().inRelations(name).found().isEmpty();
    if (kind.equals("INDEX") && unseen) {
      // it was there, but as no table, and nobody knows of which one
      find(work, name).ifPresent(index -> work.remove(index.oid()));
      return;
    }
    if (kind.equals("TABLE") || kind.equals("INDEX")) {
      find(work, name)
          .filter(object -> object instanceof Index != kind.equals("INDEX") && isKnown(object))
          .ifPresent(object -> NotFound.wrongKind(work, object, kind.toLowerCase(Locale.ROOT)));
    } else if (kind.equals("SCHEMA")) {
      new Finder(work).namespace(name.name());
    }
  }
}
