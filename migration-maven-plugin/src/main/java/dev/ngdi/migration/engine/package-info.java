/**
 * Decides: what is to be applied or taken back, in which order, and what stands in the way. It
 * reaches a database only through the port {@link dev.ngdi.migration.engine.Database}.
 */
package dev.ngdi.migration.engine;
