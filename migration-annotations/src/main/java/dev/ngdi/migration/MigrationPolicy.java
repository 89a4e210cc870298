package dev.ngdi.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A module's settings for the rules; it stands once, on a {@code package-info.java} of the package
 * that holds the migrations or of one above it.
 *
 * <pre>{@code
 * @MigrationPolicy(postgres = 15, actions = "publish")
 * package org.example.portal.db;
 * }</pre>
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PACKAGE)
public @interface MigrationPolicy {

  /** The oldest PostgreSQL major version that the migrations must run on, 14 to 18. */
  int postgres() default 14;

  /**
   * The version, 14 digits, from which the rules apply. What is older is history: it must be SQL,
   * have a version of its own and a digest, and nothing more is asked of it. Empty: all of them.
   */
  String enforceFrom() default "";

  /**
   * What the database held before the first migration: the name of an SQL file among the module's
   * resources, such as the output of {@code pg_dump --schema-only}, or of a directory with Flyway's
   * {@code V*.sql}; from the package or, with a leading slash, from the root. The rules then judge
   * every migration against the schema that it will really meet. Empty: nothing is said, and what a
   * migration uses before any makes a table is taken to have been there.
   */
  String baseline() default "";

  /**
   * Words that may begin a migration's name beside the built-in ones, lower case. What the SQL of
   * such a migration does is not compared with its name.
   */
  String[] actions() default {};

  /** Rules whose findings should count otherwise than by default. */
  RuleSeverity[] severities() default {};

  /** What the names of objects that migrations make or rename must be like. */
  NamePattern[] names() default {};

  /** Says what the names of one kind of object must be like. */
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface NamePattern {
    /** What has such names. */
    NamedKind kind();

    /**
     * A regular expression that the whole name matches, as the catalogue has it, without quotes. In
     * it, <code>{table}</code> stands for the name of the table that the object belongs to, and
     * <code>{columns}</code> for the names of its columns with underscores between them:
     *
     * <pre>{@code
     * @NamePattern(kind = NamedKind.INDEX, pattern = "{table}_{columns}_idx")
     * }</pre>
     */
    String pattern();
  }

  /** What has a name that a policy can ask for. */
  enum NamedKind {
    /** A table; not a temporary one. */
    TABLE,
    /** A view or materialized view. */
    VIEW,
    /** A column of a table. */
    COLUMN,
    /** An index that belongs to no constraint. */
    INDEX,
    /** A primary key, and its index. */
    PRIMARY_KEY,
    /** A unique constraint, and its index. */
    UNIQUE,
    /** A foreign key. */
    FOREIGN_KEY,
    /** A check of a table. */
    CHECK,
    /** An exclusion constraint, and its index. */
    EXCLUSION,
    /** A trigger. */
    TRIGGER,
    /** An enum, domain, range or composite type. */
    TYPE,
    /** A function, procedure or aggregate. */
    ROUTINE
  }

  /** Sets one rule's severity. */
  @Retention(RetentionPolicy.CLASS)
  @Target({})
  @interface RuleSeverity {
    /** The rule's id. */
    String rule();

    /** What its findings are. */
    Severity severity();

    /**
     * The version, 14 digits, from which this severity holds. A rule can have several, from
     * different versions on. Empty: for all.
     */
    String enforceFrom() default "";
  }

  /** What a finding is to the compiler. */
  enum Severity {
    /** A compile error. */
    ERROR,
    /** A compiler warning. */
    WARNING,
    /** Nothing. */
    OFF
  }
}
