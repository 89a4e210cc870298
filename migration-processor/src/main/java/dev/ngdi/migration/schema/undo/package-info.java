/**
 * Ways back: {@link dev.ngdi.migration.schema.undo.Ddl} writes the statements that make what a
 * schema holds, {@link dev.ngdi.migration.schema.undo.SchemaDiff} says in what two schemas differ,
 * and {@link dev.ngdi.migration.schema.undo.Restore} writes the statements that lead from one to
 * the other.
 */
package dev.ngdi.migration.schema.undo;
