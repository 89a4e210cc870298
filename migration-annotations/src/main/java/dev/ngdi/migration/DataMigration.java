package dev.ngdi.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A migration that changes rows which exist: a backfill, a merge, a correction.
 *
 * <p>A class whose change is more than SQL can say implements {@link MigrationCode} and leaves the
 * SQL attributes out.
 *
 * @see SchemaMigration for the naming and the attributes that both share
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DataMigration {

  /** The SQL that changes the rows. Exclusive with {@link #upFile()}. */
  String up() default "";

  /**
   * The file that holds what {@link #up()} would; looked for as {@link SchemaMigration#upFile()}.
   */
  String upFile() default "";

  /** The SQL that takes the change back. Exclusive with {@link #downFile()}. */
  String down() default "";

  /** The file that holds what {@link #down()} would. */
  String downFile() default "";

  /** One query whose single value is {@code true} when the rows are as they should be. */
  String verify() default "";

  /** How the migration meets transactions. */
  Transaction transaction() default Transaction.AUTO;
}
