package dev.ngdi.migration.schema;

import java.util.List;

/**
 * A data type in use.
 *
 * @param builtin the name of a type that PostgreSQL brings, as in {@code pg_type}: {@code int4},
 *     {@code varchar}; empty for others
 * @param oid the number of a type of the schema, which can be a table's row type; 0 for others
 * @param modifiers length, precision and scale, each as written
 * @param fields the fields of an {@code interval}, lower case; else empty
 * @param dimensions 1 for an array of any number of dimensions, which PostgreSQL does not keep; 0
 *     for none
 */
public record TypeRef(
    String builtin, int oid, List<String> modifiers, String fields, int dimensions) {
  @Override
  public boolean equals(Object other) {
    return other instanceof TypeRef type
        && builtin.equals(type.builtin)
        && oid == type.oid
        && modifiers.equals(type.modifiers)
        && fields.equals(type.fields)
        && dimensions == type.dimensions;
  }

  @Override
  public int hashCode() {
    return (builtin.hashCode() * 31 + oid) * 31 + dimensions;
  }

  /** A type that cannot be known. */
  public static final TypeRef UNKNOWN = new TypeRef("", 0, List.of(), "", 0);

  public TypeRef {
    modifiers = List.copyOf(modifiers);
  }

  /** A type that PostgreSQL brings, without modifiers. */
  public static TypeRef of(String builtin) {
    return new TypeRef(builtin, 0, List.of(), "", 0);
  }

  /** Whether it is known. */
  public boolean known() {
    return !builtin.isEmpty() || oid != 0;
  }
}
