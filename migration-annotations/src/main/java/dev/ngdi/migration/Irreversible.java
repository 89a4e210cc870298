package dev.ngdi.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a migration cannot be taken back, in place of its {@code down}. {@code db:down} refuses
 * to pass it; reviewers see the reason.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Irreversible {

  /** Why there is no way back; a sentence, not empty. */
  String because();
}
