package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Ref;
import java.util.SortedMap;

/**
 * Something of a schema, with what it is.
 *
 * @param ref what it is
 * @param kind PostgreSQL's word for it, lower case
 * @param name its name, with what it belongs to
 * @param properties what it is in each respect; those that are as PostgreSQL makes them by itself
 *     are left out
 */
record Described(Ref ref, String kind, String name, SortedMap<String, Property> properties) {
  /** What tells it from all else of a schema. */
  String identity() {
    return kind + " " + name;
  }
}
