package dev.ngdi.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A migration that brings rows of its own: reference data for every environment, sample data for
 * some.
 *
 * @see SchemaMigration for the naming and the attributes that both share
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SeedMigration {

  /** The SQL that inserts the rows. Exclusive with {@link #upFile()}. */
  String up() default "";

  /**
   * The file that holds what {@link #up()} would; looked for as {@link SchemaMigration#upFile()}.
   */
  String upFile() default "";

  /** The SQL that takes the rows back. Exclusive with {@link #downFile()}. */
  String down() default "";

  /** The file that holds what {@link #down()} would. */
  String downFile() default "";

  /** One query whose single value is {@code true} when the rows are there. */
  String verify() default "";

  /**
   * The environments that get these rows, lower-case words such as {@code "dev"} and {@code
   * "test"}; compared with the property {@code db.environment}, which is {@code dev} for the
   * embedded database unless it says otherwise. Empty: every environment.
   */
  String[] environments() default {};

  /** How the migration meets transactions. */
  Transaction transaction() default Transaction.AUTO;
}
