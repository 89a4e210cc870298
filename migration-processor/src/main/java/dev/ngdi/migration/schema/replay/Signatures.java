package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The argument types that tell functions of one name from each other. */
final class Signatures {
  private Signatures() {}

  /** Whether a function can be called with so many arguments. */
  static boolean accepts(Routine routine, int arguments) {
    List<Routine.Argument> in =
        routine.arguments().stream()
            .filter(a -> !a.mode().equals("OUT") && !a.mode().equals("TABLE"))
            .toList();
    boolean variadic = in.stream().anyMatch(a -> a.mode().equals("VARIADIC"));
    long required =
        in.stream().filter(a -> a.defaultValue().isEmpty() && !a.mode().equals("VARIADIC")).count();
    return arguments >= required && (variadic || arguments <= in.size());
  }

  /** Whether these are a function's argument types, as {@code DROP} names them. */
  static boolean match(Routine routine, List<TypeRef> types) {
    List<TypeRef> all =
        routine.arguments().stream()
            .filter(a -> !a.mode().equals("TABLE"))
            .map(Routine.Argument::type)
            .toList();
    return routine.signature().equals(types)
        || (routine.kind().equals("PROCEDURE") && all.equals(types));
  }

  /** A type as a function keeps it. */
  static TypeRef plain(TypeRef type) {
    return new TypeRef(type.builtin(), type.oid(), List.of(), "", type.dimensions());
  }

  /** As PostgreSQL writes them, in parentheses. */
  static String of(Schema schema, List<TypeRef> types) {
    return "("
        + String.join(", ", types.stream().map(type -> Rendering.type(schema, type)).toList())
        + ")";
  }

  /** The types in an argument list as {@code DROP FUNCTION} takes it; empty where there is none. */
  static Optional<List<TypeRef>> read(Work work, String arguments) {
    if (arguments.isEmpty() || arguments.contains("*")) {
      return arguments.isEmpty() ? Optional.empty() : Optional.of(List.of());
    }
    return find(new Work(work.schema()), arguments);
  }

  /** The same; where a type is not there for sure, that is said. */
  static Optional<List<TypeRef>> find(Work work, String arguments) {
    String function = "CREATE FUNCTION f%s RETURNS void LANGUAGE sql AS ''".formatted(arguments);
    return Script.parse(function).all(Statement.CreateObject.class).stream()
        .map(Statement.CreateObject::definition)
        .filter(Definition.Routine.class::isInstance)
        .map(Definition.Routine.class::cast)
        .map(
            routine ->
                routine.arguments().stream()
                    .map(a -> plain(new Types(work).find(a.type()).type()))
                    .toList())
        .findFirst();
  }
}
