package dev.ngdi.migration.sql;

import java.util.Optional;

/**
 * The name of a database object as the catalogue has it: folded to lower case where it was not
 * quoted, cut at 63 bytes, without quotes.
 *
 * @param schema the schema, where the script names it
 * @param name the name itself
 */
public record QualifiedName(Optional<String> schema, String name) {

  /** A name without a schema. */
  public static QualifiedName of(String name) {
    return new QualifiedName(Optional.empty(), name);
  }

  /** The name as SQL, quoted where PostgreSQL needs it. */
  public String sql() {
    return schema.map(s -> Identifiers.quote(s) + ".").orElse("") + Identifiers.quote(name);
  }

  @Override
  public String toString() {
    return sql();
  }
}
