package dev.ngdi.migration.schema;

import java.util.List;

/**
 * Extended statistics on columns and expressions of a table.
 *
 * @param target how many values they hold, as SQL; empty for as many as usual
 */
public record Statistics(
    int oid,
    int scope,
    String name,
    int table,
    List<String> kinds,
    List<Index.Part> parts,
    String target)
    implements CatalogObject {
  public Statistics {
    kinds = List.copyOf(kinds);
    parts = List.copyOf(parts);
  }

  @Override
  public String kind() {
    return "STATISTICS";
  }

  /** The same under another name and in another schema. */
  public Statistics withName(int otherScope, String other) {
    return new Statistics(oid, otherScope, other, table, kinds, parts, target);
  }

  /** The same, holding so many values. */
  public Statistics withTarget(String other) {
    return new Statistics(oid, scope, name, table, kinds, parts, other);
  }
}
