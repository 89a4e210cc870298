package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code information_schema.columns} says of a column's type and of where its values are from.
 */
final class StandardTypes {
  /** Bits, or decimal digits, of the numbers that have them always. */
  private static final Map<String, Integer> PRECISION =
      Map.of("int2", 16, "int4", 32, "int8", 64, "float4", 24, "float8", 53);

  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
  private static final Set<String> CHARACTERS = Set.of("varchar", "bpchar");
  private static final Set<String> BITS = Set.of("bit", "varbit");

  private StandardTypes() {}

  /** Adds what is known; a field that is left out is not. */
  static void describe(Column column, Map<String, Datum> fields) {
    boolean identity = column.identity() != Column.Identity.NONE;
    boolean generated = column.generated() != Column.Generated.NONE;
    fields.put("is_identity", text(identity ? "YES" : "NO"));
    fields.put("is_generated", text(generated ? "ALWAYS" : "NEVER"));
    if (generated || column.defaultOid() == 0) {
      fields.put("column_default", Datum.Null.VALUE);
    }
    TypeRef type = column.type();
    if (type.builtin().isEmpty()) {
      return;
    }
    if (type.dimensions() > 0) {
      fields.put("data_type", text("ARRAY"));
      fields.put("udt_name", text("_" + type.builtin()));
      lengths(Datum.Null.VALUE, Datum.Null.VALUE, Datum.Null.VALUE, fields);
      return;
    }
    fields.put("data_type", text(Rendering.typeName(type)));
    fields.put("udt_name", text(type.builtin()));
    ofOne(type, fields);
  }

  private static void ofOne(TypeRef type, Map<String, Datum> fields) {
    boolean counted = CHARACTERS.contains(type.builtin()) || BITS.contains(type.builtin());
    boolean numeric = type.builtin().equals("numeric");
    Datum length = counted ? modifier(type.modifiers(), 0) : Datum.Null.VALUE;
    Datum precision = numeric ? modifier(type.modifiers(), 0) : Datum.Null.VALUE;
    Datum scale = numeric ? modifier(type.modifiers(), 1) : Datum.Null.VALUE;
    if (PRECISION.containsKey(type.builtin())) {
      precision = new Datum.Int(PRECISION.get(type.builtin()));
      scale = INTEGERS.contains(type.builtin()) ? new Datum.Int(0) : Datum.Null.VALUE;
    }
    lengths(length, precision, scale, fields);
  }

  private static void lengths(
      Datum length, Datum precision, Datum scale, Map<String, Datum> fields) {
    fields.put("character_maximum_length", length);
    fields.put("numeric_precision", precision);
    fields.put("numeric_scale", scale);
  }

  /** A number in the parentheses of a type; the second is 0 where only the first is there. */
  private static Datum modifier(List<String> modifiers, int at) {
    if (modifiers.isEmpty()) {
      return Datum.Null.VALUE;
    }
    String written = at < modifiers.size() ? modifiers.get(at) : "0";
    return written.matches("[0-9]{1,9}")
        ? new Datum.Int(Long.parseLong(written))
        : Datum.Unknown.VALUE;
  }

  private static Datum text(String text) {
    return new Datum.Text(text);
  }
}
