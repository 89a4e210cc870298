package dev.ngdi.migration.postgres;

import dev.ngdi.migration.sql.QualifiedName;

/**
 * What a statement needs of a relation that is there before the plan.
 *
 * @param relation the relation's name as the statement has it
 * @param right what the user must have
 * @param migration the migration's id
 * @param command the statement in a word, such as {@code ALTER TABLE}
 * @param line the line of the script where it begins
 */
record Need(QualifiedName relation, Right right, String migration, String command, int line) {

  /** What a user can have of a relation. */
  enum Right {
    /** Ownership, or the rights of the role that has it. */
    OWNER,
    /** Ownership of it or of its schema. */
    DROP,
    /** Ownership, or from PostgreSQL 17 on the privilege of this name. */
    MAINTAIN,
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    REFERENCES,
    TRIGGER
  }
}
