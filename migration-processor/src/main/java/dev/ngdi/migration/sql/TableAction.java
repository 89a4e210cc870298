package dev.ngdi.migration.sql;

import java.util.Optional;

/** One action of an {@code ALTER TABLE}. */
public sealed interface TableAction {

  /** {@code ADD COLUMN}. */
  record AddColumn(String column, boolean ifNotExists) implements TableAction {}

  /** {@code DROP COLUMN}. */
  record DropColumn(String column, boolean ifExists) implements TableAction {}

  /**
   * {@code ADD CONSTRAINT}, and the same without a name.
   *
   * @param definition what stands behind the name, as written
   */
  record AddConstraint(Optional<String> name, String definition) implements TableAction {}

  /** {@code DROP CONSTRAINT}. */
  record DropConstraint(String name, boolean ifExists) implements TableAction {}

  /** {@code VALIDATE CONSTRAINT}. */
  record ValidateConstraint(String name) implements TableAction {}

  /** {@code ALTER COLUMN … SET NOT NULL}. */
  record SetNotNull(String column) implements TableAction {}

  /** {@code ALTER COLUMN … DROP NOT NULL}. */
  record DropNotNull(String column) implements TableAction {}

  /** {@code RENAME COLUMN}. */
  record RenameColumn(String from, String to) implements TableAction {}

  /** {@code RENAME CONSTRAINT}. */
  record RenameConstraint(String from, String to) implements TableAction {}

  /** {@code RENAME TO}. */
  record RenameTable(String to) implements TableAction {}

  /** {@code ATTACH PARTITION}. */
  record AttachPartition(QualifiedName partition) implements TableAction {}

  /** {@code DETACH PARTITION}. */
  record DetachPartition(QualifiedName partition, boolean concurrently) implements TableAction {}

  /** Any other action, as written. */
  record OtherAction(String sql) implements TableAction {}
}
