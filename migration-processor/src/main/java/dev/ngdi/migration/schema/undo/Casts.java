package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import java.util.List;
import java.util.Set;

/** How values become those of another type. */
final class Casts {
  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("int2", "int4", "int8", "numeric", "float4", "float8"),
          Set.of("text", "varchar", "bpchar", "name"),
          Set.of("timestamp", "timestamptz", "date"),
          Set.of("json", "jsonb"),
          Set.of("bit", "varbit"),
          Set.of("inet", "cidr"));
  private static final List<String> WIDENING = List.of("int2", "int4", "int8", "numeric");

  private Casts() {}

  /** Whether values of two types compare and convert without being told to. */
  static boolean alike(TypeRef one, TypeRef other) {
    boolean builtin = !one.builtin().isEmpty() && one.dimensions() == other.dimensions();
    return builtin
        && (one.builtin().equals(other.builtin())
            || FAMILIES.stream()
                .anyMatch(f -> f.contains(one.builtin()) && f.contains(other.builtin())));
  }

  private static boolean isText(TypeRef type) {
    return FAMILIES.get(1).contains(type.builtin()) && type.dimensions() == 0;
  }

  /** {@code USING …} where the server asks for it. */
  static String using(Schema schema, String column, TypeRef from, TypeRef to) {
    if (alike(from, to) || isText(to)) {
      return "";
    }
    String type = Rendering.type(schema, to);
    Set<String> whole = Set.of("int2", "int4", "int8");
    if (to.builtin().equals("bool") && whole.contains(from.builtin())) {
      return " USING " + column + " <> 0";
    }
    boolean direct =
        isText(from)
            || (from.builtin().equals("bool") && to.builtin().equals("int4"))
            || (from.oid() == to.oid() && from.oid() != 0);
    return " USING " + column + (direct ? "::" : "::text::") + type;
  }

  /** Whether every value comes back as it was from there and back again. */
  static boolean keepsAll(TypeRef from, TypeRef to) {
    if (from.equals(to) || (to.builtin().equals("text") && to.dimensions() == from.dimensions())) {
      return !from.builtin().equals("bpchar");
    }
    int narrow = WIDENING.indexOf(from.builtin());
    int wide = WIDENING.indexOf(to.builtin());
    boolean plain = from.modifiers().isEmpty() && to.modifiers().isEmpty();
    if (narrow >= 0 && wide >= narrow && plain) {
      return true;
    }
    boolean varchar = from.builtin().equals("varchar") && to.builtin().equals("varchar");
    if (varchar && from.dimensions() == to.dimensions()) {
      return to.modifiers().isEmpty() || (!from.modifiers().isEmpty() && !isLess(to, from));
    }
    return (from.builtin().equals("float4") && to.builtin().equals("float8"))
        || (from.builtin().equals("date") && to.builtin().equals("timestamp"))
        || (from.builtin().equals("json") && to.builtin().equals("json"));
  }

  private static boolean isLess(TypeRef one, TypeRef other) {
    String first = one.modifiers().get(0);
    String second = other.modifiers().get(0);
    return first.length() < second.length()
        || (first.length() == second.length() && first.compareTo(second) < 0);
  }
}
