package dev.ngdi.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the migrations of one package, on a class that the processor generates into {@code
 * dev.ngdi.migration.index}. There the processor of a module further on finds the migrations of all
 * modules on its class path, and refuses a version or a name that is taken.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MigrationIndex {

  /** The binary names of the migration classes, in order. */
  String[] value();
}
