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
  @Override
  public boolean equals(Object other) {
    return other instanceof QualifiedName qualified
        && name.equals(qualified.name)
        && schema.equals(qualified.schema);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + schema.hashCode();
  }

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
