package dev.ngdi.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Accepts what one rule finds in this migration. An {@code @Allow} that accepts nothing is itself
 * an error, so none outlives its reason.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Allow.List.class)
public @interface Allow {

  /** The rule's id as the error prints it in square brackets, such as {@code "drop-column"}. */
  String rule();

  /** Why it is right here; a sentence, not empty. It stands in the manifest. */
  String because();

  /** Holds several {@link Allow} of one class; the compiler writes it. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The accepted rules. */
    Allow[] value();
  }
}
