package dev.ngdi.migration.schema.differential;

import java.util.Arrays;
import java.util.List;

/**
 * Something that the server has, as far as the generator needs to know it.
 *
 * @param kind {@code relation}, {@code column}, {@code index}, {@code constraint} …
 * @param schema its schema; of a column, constraint, trigger its table's
 * @param on its table; empty for what has none
 * @param info what else matters, in parts: of a column its type and its flags
 */
record Thing(String kind, String schema, String on, String name, List<String> info) {
  static Thing of(String kind, String schema, String on, String name, String info) {
    return new Thing(kind, schema, on, name, Arrays.asList(info.split("\\|", -1)));
  }

  String first() {
    return info.get(0);
  }

  String second() {
    return info.size() < 2 ? "" : info.get(1);
  }

  boolean belongsTo(Thing relation) {
    return on.equals(relation.name) && schema.equals(relation.schema);
  }
}
