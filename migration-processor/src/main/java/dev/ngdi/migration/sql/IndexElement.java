package dev.ngdi.migration.sql;

import java.util.Optional;

/**
 * A part of an index's key.
 *
 * @param column the column, or empty for an expression
 * @param expression the expression without its parentheses, or empty for a column
 * @param nullsFirst whether {@code NULLS FIRST} or {@code LAST} is said
 * @param operator what an exclusion constraint compares with, as written; else empty
 * @param operatorClassOptions what stands in parentheses behind the operator class, or empty
 */
public record IndexElement(
    Optional<String> column,
    Optional<Fragment> expression,
    Optional<QualifiedName> collation,
    Optional<QualifiedName> operatorClass,
    String operatorClassOptions,
    boolean descending,
    Optional<Boolean> nullsFirst,
    String operator) {}
