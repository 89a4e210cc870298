package dev.ngdi.migration.schema.differential;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import java.util.HashSet;
import java.util.Set;

/** What the replay says that it does not know. */
final class Doubts {
  private final Schema schema;
  private final Set<String> names = new HashSet<>();
  private final Set<String> certain = new HashSet<>();

  Doubts(Schema schema) {
    this.schema = schema;
    for (CatalogObject object : schema.objects()) {
      if (schema.unsure(object)) {
        names.add(object.name());
      } else if (object instanceof Table table && ofUnknownType(table)) {
        names.add(object.name());
      } else {
        certain.add(object.name());
      }
    }
  }

  private static boolean ofUnknownType(Table table) {
    return table.columns().stream().anyMatch(column -> !column.type().known());
  }

  /** Whether there are any. */
  boolean any() {
    return schema.unsureOfAnything() || !names.isEmpty();
  }

  /** Whether the replay makes no claim about a fact. */
  boolean about(Entry entry) {
    return doubtful(entry.name())
        || doubtful(entry.on())
        || doubtful(entry.name().replaceAll("\\(.*", ""));
  }

  private boolean doubtful(String name) {
    return names.contains(name) || (!certain.contains(name) && schema.unsure(name));
  }
}
