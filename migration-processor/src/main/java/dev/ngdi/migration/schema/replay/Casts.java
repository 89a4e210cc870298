package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TypeName;
import java.util.Optional;
import java.util.Set;

/** What casts give. */
final class Casts {
  private static final Set<String> TEXTS = Set.of("text", "varchar", "name", "bpchar", "citext");
  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8", "oid");

  private Casts() {}

  static Datum apply(Schema schema, Datum value, TypeName to) {
    String type = to.name().name();
    if (value instanceof Datum.Null || to.dimensions() > 0) {
      return value;
    } else if (TEXTS.contains(type) && to.modifiers().isEmpty()) {
      return text(value);
    } else if (type.equals("regclass") && value instanceof Datum.Text text) {
      return relation(schema, text);
    } else if (type.equals("bool")) {
      return value.holds().map(Datum::of).orElse(Datum.Unknown.VALUE);
    } else if (value instanceof Datum.Oid number && type.startsWith("reg")) {
      return type.equals("regclass")
          ? new Datum.Oid(number.oid(), Rendering.name(schema, number.oid()))
          : Datum.Unknown.VALUE;
    } else if (INTEGERS.contains(type)) {
      boolean digits = value instanceof Datum.Text text && text.text().matches("[0-9]{1,17}");
      return digits ? new Datum.Int(Long.parseLong(((Datum.Text) value).text())) : integer(value);
    }
    return Datum.Unknown.VALUE;
  }

  private static Datum integer(Datum value) {
    boolean is =
        value instanceof Datum.Int || value instanceof Datum.AtLeast || value instanceof Datum.Oid;
    return is ? value : Datum.Unknown.VALUE;
  }

  private static Datum text(Datum value) {
    if (value instanceof Datum.Text) {
      return value;
    }
    return value instanceof Datum.Elements || value instanceof Datum.Row
        ? Datum.Unknown.VALUE
        : new Datum.Text(value.written().orElse(""));
  }

  /** The relation that a text names. */
  private static Datum relation(Schema schema, Datum.Text text) {
    Optional<QualifiedName> name = text.known() ? name(text.text()) : Optional.empty();
    Optional<Lookup<CatalogObject>> lookup = name.map(schema::inRelations);
    return lookup
        .filter(Lookup::present)
        .flatMap(Lookup::found)
        .<Datum>map(object -> new Datum.Oid(object.oid(), Rendering.name(schema, object.oid())))
        .orElse(Datum.Unknown.VALUE);
  }

  /** A text read as a name, quotes and all. */
  static Optional<QualifiedName> name(String text) {
    return Script.parse("DROP TABLE " + text).all(Statement.DropObject.class).stream()
        .flatMap(drop -> drop.names().stream())
        .findFirst();
  }
}
