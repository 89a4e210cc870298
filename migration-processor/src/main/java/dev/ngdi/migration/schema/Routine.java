package dev.ngdi.migration.schema;

import java.util.List;
import java.util.Optional;

/**
 * A function, procedure or aggregate; several can have one name.
 *
 * @param kind {@code FUNCTION}, {@code PROCEDURE} or {@code AGGREGATE}
 * @param returns its result; empty for a procedure
 * @param returnsTable whether its arguments end with the columns of {@code RETURNS TABLE}
 * @param language lower case
 * @param body the text that is its body
 * @param atomic the body where it is bound when it is created
 * @param settings as in {@code Definition.Routine}, without what is the default
 */
public record Routine(
    int oid,
    int scope,
    String name,
    String kind,
    List<Argument> arguments,
    Optional<TypeRef> returns,
    boolean returnsTable,
    String language,
    String body,
    Optional<Bound> atomic,
    Settings settings)
    implements CatalogObject {

  /**
   * An argument.
   *
   * @param mode {@code IN}, {@code OUT}, {@code INOUT}, {@code VARIADIC} or {@code TABLE}
   * @param name empty for none
   */
  public record Argument(String mode, String name, TypeRef type, Optional<Bound> defaultValue) {}

  public Routine {
    arguments = List.copyOf(arguments);
  }

  /** The types that tell it from others of its name. */
  public List<TypeRef> signature() {
    return arguments.stream()
        .filter(a -> !a.mode().equals("OUT") && !a.mode().equals("TABLE"))
        .map(Argument::type)
        .toList();
  }

  /** The same under another name and in another schema. */
  public Routine withName(int otherScope, String other) {
    return new Routine(
        oid,
        otherScope,
        other,
        kind,
        arguments,
        returns,
        returnsTable,
        language,
        body,
        atomic,
        settings);
  }

  /** The same with other settings. */
  public Routine withSettings(Settings others) {
    return new Routine(
        oid, scope, name, kind, arguments, returns, returnsTable, language, body, atomic, others);
  }
}
