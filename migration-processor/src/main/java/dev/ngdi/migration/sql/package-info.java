/**
 * SQL text to immutable statements with their positions; the only package that sees the parser, so
 * that it can be replaced. It knows nothing of migrations.
 */
package dev.ngdi.migration.sql;
