package dev.ngdi.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A migration that changes the schema: tables, columns, indexes, constraints, views, functions.
 *
 * <p>The annotated class is the migration. Its simple name is the migration's id, {@code
 * V<yyyyMMddHHmmss>__<action>_<entity>_<details>}; its Javadoc is the documentation that reviewers
 * read. {@code up} makes the change and {@code down} takes it back exactly.
 *
 * <p>Each migration runs in a transaction of its own, together with its row in the history, unless
 * one of its statements cannot (see {@link #transaction()}).
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SchemaMigration {

  /**
   * The SQL that makes the change: one statement or several, separated by semicolons. Any
   * compile-time constant is allowed. Exclusive with {@link #upFile()}.
   */
  String up() default "";

  /**
   * The file that holds what {@link #up()} would: looked for beside the class, in the module's
   * resources ({@code src/main/resources/<package>/}) and then in its sources; a leading {@code /}
   * starts at the root instead of the package. Read as UTF-8 when the class is compiled.
   */
  String upFile() default "";

  /**
   * The SQL that takes the change back, so that the schema is as before. Exclusive with {@link
   * #downFile()}; with {@link Irreversible} there is neither.
   */
  String down() default "";

  /** The file that holds what {@link #down()} would; looked for as {@link #upFile()} is. */
  String downFile() default "";

  /**
   * One query whose single value is {@code true} when the migration did what it should; it runs
   * after {@code up}, in the same transaction where there is one, and anything else than {@code
   * true} fails the migration. Empty: nothing to verify.
   */
  String verify() default "";

  /** How the migration meets transactions. */
  Transaction transaction() default Transaction.AUTO;
}
