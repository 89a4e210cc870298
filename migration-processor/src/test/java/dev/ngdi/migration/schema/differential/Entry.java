package dev.ngdi.migration.schema.differential;

/**
 * One fact of a real catalogue.
 *
 * @param on the table of what belongs to one; else empty
 */
record Entry(String kind, String schema, String on, String name, String property, String value) {
  /** What the fact is about. */
  String subject() {
    return kind + " " + schema + (on.isEmpty() ? "" : "." + on) + "." + name;
  }

  String key() {
    return subject() + ": " + property;
  }
}
