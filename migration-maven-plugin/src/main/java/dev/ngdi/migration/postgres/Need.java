package dev.ngdi.migration.postgres;

import dev.ngdi.migration.sql.QualifiedName;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement needs of something that is there before the plan.
 *
 * @param wanted what the user must have
 * @param migration the migration's id
 * @param command the statement in a word, such as {@code ALTER TABLE}
 * @param line the line of the script where it begins
 */
record Need(Wanted wanted, String migration, String command, int line) {

  /** What rights are on. */
  enum Kind {
    RELATION,
    SCHEMA,
    DATABASE,
    ROLE,
    ROUTINE,
    TYPE,
    EXTENSION
  }

  /** What a user can have of something; not each of them of each. */
  enum Right {
    /** Ownership, or the rights of the role that has it. */
    OWNER,
    /** Ownership of all that inherits from it, partitions included. */
    HEIRS,
    /** Ownership of all its partitions. */
    PARTITIONS,
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
    TRIGGER,
    CREATE,
    USAGE,
    EXECUTE,
    /** What allows {@code LOCK TABLE … IN ACCESS SHARE MODE}. */
    LOCK_ACCESS_SHARE,
    /** What allows {@code ROW SHARE}. */
    LOCK_ROW_SHARE,
    /** What allows {@code ROW EXCLUSIVE}. */
    LOCK_ROW_EXCLUSIVE,
    /** What allows stronger locks. */
    LOCK,
    /** Any privilege: without one {@code GRANT} is refused, without the right one it only warns. */
    GRANT,
    /** To name it, for which its schema must be open. */
    SEE,
    /** To become another role, which then owns it. */
    GIVE,
    /** That another role may have it in its schema. */
    HOLD,
    /** To become it. */
    SET,
    /** To be a member of it. */
    MEMBER,
    /** To have its rights. */
    RIGHTS
  }

  /** Something that rights are on; a database is the one that is connected to. */
  record Thing(Kind kind, QualifiedName name) {
    static Thing schema(String name) {
      return new Thing(Kind.SCHEMA, QualifiedName.of(name));
    }

    /** The same with a schema, if it is in one. */
    Thing in(String schema) {
      return switch (kind) {
        case RELATION, ROUTINE, TYPE ->
            new Thing(
                kind, new QualifiedName(name.schema().or(() -> Optional.of(schema)), name.name()));
        default -> this;
      };
    }
  }

  /**
   * A right on something.
   *
   * @param other the role that is to have it, where that is not the user, or empty
   */
  record Wanted(Thing thing, Right right, String other) {}

  /** Whether who owns these relations has it anyway. */
  boolean isOfOwner(Set<QualifiedName> owned) {
    return wanted.thing().kind() == Kind.RELATION
        && owned.contains(wanted.thing().name())
        && wanted.right() != Right.GIVE
        && wanted.right() != Right.HOLD;
  }
}
