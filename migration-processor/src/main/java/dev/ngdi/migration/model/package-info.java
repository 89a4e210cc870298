/** Declared migrations and the manifest: what the code says, as values. */
package dev.ngdi.migration.model;
