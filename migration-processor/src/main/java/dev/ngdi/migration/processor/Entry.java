package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.DeclaredMigration;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * A migration of the module on its way through a compilation.
 *
 * @param declaration what it declares; empty if that cannot be read
 * @param compiled whether its source is compiled this time
 * @param asBefore whether it declares what it declared in the earlier compilation
 * @param known what an earlier compilation wrote of it, if it is still as it was then
 * @param documentation its Javadoc, which a class file does not hold
 */
record Entry(
    TypeElement type,
    Optional<Declaration> declaration,
    boolean compiled,
    boolean asBefore,
    Optional<DeclaredMigration> known,
    String documentation) {

  /** The simple name of its class. */
  String id() {
    return type.getSimpleName().toString();
  }

  String className() {
    return type.getQualifiedName().toString();
  }
}
