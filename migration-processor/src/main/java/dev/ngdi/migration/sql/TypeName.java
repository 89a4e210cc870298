package dev.ngdi.migration.sql;

import java.util.List;

/**
 * A data type as a script names it.
 *
 * @param name the type's own name; what PostgreSQL's grammar has words for is in {@code pg_catalog}
 *     ({@code integer} is {@code pg_catalog.int4}, {@code varchar(20)} is {@code
 *     pg_catalog.varchar}, {@code char} is {@code pg_catalog.bpchar}); {@code serial} and its like
 *     are plain names
 * @param modifiers what stands in parentheses behind it, each as written: {@code 10}, {@code 2}
 * @param fields the fields of an {@code interval}, lower case: {@code day to second}; else empty
 * @param dimensions how many array dimensions it has; 0 for no array
 * @param setOf whether it is {@code SETOF}, as a function's result can be
 * @param ofColumn whether it is {@code table.column%TYPE}: the name is the column's then, its table
 *     in {@code name.schema}, as written
 */
public record TypeName(
    QualifiedName name,
    List<String> modifiers,
    String fields,
    int dimensions,
    boolean setOf,
    boolean ofColumn) {

  public TypeName {
    modifiers = List.copyOf(modifiers);
  }
}
