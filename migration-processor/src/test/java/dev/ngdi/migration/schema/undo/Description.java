package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Schema;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a schema holds, by name, so that two of different origin can be compared. */
final class Description {
  private Description() {}

  /**
   * Everything of a schema but the built-in.
   *
   * @return by identity, such as {@code column app_user.role}, {@code constraint app_user.a_check}
   *     and {@code function f(integer)}, what it is: by property, such as {@code type}, its text;
   *     what is as PostgreSQL makes it by itself is left out
   */
  static SortedMap<String, SortedMap<String, String>> of(Schema schema) {
    SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
    for (CatalogObject object : schema.objects()) {
      if (!Ddl.isBuiltIn(object)) {
        for (Described described : Describing.all(schema, object)) {
          SortedMap<String, String> properties = new TreeMap<>();
          described
              .properties()
              .forEach((name, property) -> properties.put(name, Likeness.normal(property)));
          all.put(described.identity(), properties);
        }
      }
    }
    return all;
  }
}
