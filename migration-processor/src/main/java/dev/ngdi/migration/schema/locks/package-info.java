/**
 * Which relations a statement locks, and what it does to them meanwhile, on a server of a given
 * version.
 */
package dev.ngdi.migration.schema.locks;
