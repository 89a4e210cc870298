package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Lets go what would otherwise go along when something is dropped. */
final class Releases {
  private Releases() {}

  static List<String> of(Change change) {
    List<String> statements = new ArrayList<>();
    Schema after = change.after();
    for (int oid : change.kept()) {
      CatalogObject was = change.before().get(oid).orElseThrow();
      CatalogObject is = after.get(oid).orElseThrow();
      if (was instanceof Table old && is instanceof Table now) {
        release(after, old, now, statements);
      } else if (was instanceof Sequence old
          && is instanceof Sequence now
          && !now.identity()
          && now.owner().oid() != 0
          && !now.owner().equals(old.owner())) {
        statements.add("ALTER SEQUENCE " + Written.name(after, oid) + " OWNED BY NONE");
      }
    }
    return statements;
  }

  private static void release(Schema after, Table was, Table is, List<String> statements) {
    String name = Written.name(after, is.oid());
    for (int parent : is.parents()) {
      boolean same = was.parents().contains(parent) && was.bound().equals(is.bound());
      if (!same && is.isPartition()) {
        statements.add("ALTER TABLE " + Written.name(after, parent) + " DETACH PARTITION " + name);
      } else if (!same) {
        statements.add("ALTER TABLE " + name + " NO INHERIT " + Written.name(after, parent));
      }
    }
    if (is.ofType() != 0 && was.ofType() != is.ofType()) {
      statements.add("ALTER TABLE " + name + " NOT OF");
    }
  }
}
