/**
 * Statements to catalogues: {@link dev.ngdi.migration.schema.replay.Replay} applies one statement
 * to a {@link dev.ngdi.migration.schema.Schema}, as the server would.
 */
package dev.ngdi.migration.schema.replay;
