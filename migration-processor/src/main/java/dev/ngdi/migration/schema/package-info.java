/**
 * The catalogue in memory: what a database holds, as immutable values, numbered and linked as
 * PostgreSQL's own catalogue is, so that a rename carries everything along. {@code replay} makes
 * one from another by a statement; {@code locks} says what a statement holds up; {@code undo}
 * compares two and writes the statements that lead from one to the other.
 */
package dev.ngdi.migration.schema;
