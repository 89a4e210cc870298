package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import java.util.Map;
import java.util.Set;

/** Which types an index sorts in the same way. */
final class OperatorClasses {
  private static final Map<String, String> SHARED = Map.of("varchar", "text", "cidr", "inet");
  private static final Set<String> STORING_ELEMENTS = Set.of("gin", "gist", "spgist");

  private OperatorClasses() {}

  /** A name for the default operator class of a type: the type that it is made for. */
  static String of(Schema schema, TypeRef type) {
    TypeRef base = Domains.base(schema, type);
    if (base.dimensions() > 0) {
      return "anyarray";
    }
    String name = base.builtin();
    return name.startsWith("reg")
        ? "oid"
        : SHARED.getOrDefault(name, name.isEmpty() ? String.valueOf(base.oid()) : name);
  }

  /** Whether the server takes the index of an array for another one after any change. */
  static boolean storesOtherType(Index index, TypeRef type) {
    return type.dimensions() > 0 && STORING_ELEMENTS.contains(index.method());
  }
}
