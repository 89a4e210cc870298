package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the name of a data type, in each of PostgreSQL's spellings. */
final class TypeReader {
  private static final String CATALOG = "pg_catalog";
  private static final int MAX_DIGITS_OF_FLOAT4 = 24;

  private final Cursor cursor;

  private TypeReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The type that follows, with its array brackets; goes behind it. */
  static TypeName read(Cursor cursor) {
    return new TypeReader(cursor).type();
  }

  private TypeName type() {
    boolean setOf = cursor.skip("setof");
    Optional<TypeName> known = cursor.peek(1).isSymbol(".") ? Optional.empty() : known();
    TypeName element = known.orElseGet(this::named);
    int dimensions = dimensions();
    return new TypeName(
        element.name(),
        element.modifiers(),
        element.fields(),
        dimensions,
        setOf,
        element.ofColumn());
  }

  /** A type that the grammar has words for. */
  private Optional<TypeName> known() {
    if (cursor.peek().kind() != Token.Kind.WORD) {
      return Optional.empty();
    }
    int start = cursor.index();
    String word = cursor.name();
    Optional<TypeName> type =
        switch (word) {
          case "int", "integer" -> plain("int4");
          case "bigint" -> plain("int8");
          case "smallint" -> plain("int2");
          case "real" -> plain("float4");
          case "boolean" -> plain("bool");
          case "json" -> plain("json");
          case "float" -> Optional.of(floating());
          case "double" -> cursor.skip("precision") ? plain("float8") : Optional.empty();
          case "decimal", "dec", "numeric" -> Optional.of(catalog("numeric", modifiers(), ""));
          case "varchar" -> Optional.of(catalog("varchar", modifiers(), ""));
          case "char", "character", "nchar" -> Optional.of(character());
          case "national" ->
              cursor.skipAny("character", "char") ? Optional.of(character()) : Optional.empty();
          case "bit" -> Optional.of(bit());
          case "time" -> Optional.of(time("time", "timetz"));
          case "timestamp" -> Optional.of(time("timestamp", "timestamptz"));
          case "interval" -> Optional.of(interval());
          default -> Optional.empty();
        };
    if (type.isEmpty()) {
      cursor.back(start);
    }
    return type;
  }

  private static Optional<TypeName> plain(String name) {
    return Optional.of(catalog(name, List.of(), ""));
  }

  private static TypeName catalog(String name, List<String> modifiers, String fields) {
    return new TypeName(
        new QualifiedName(Optional.of(CATALOG), name), modifiers, fields, 0, false, false);
  }

  private TypeName floating() {
    List<String> digits = modifiers();
    boolean single =
        digits.stream()
            .anyMatch(d -> d.matches("\\d{1,9}") && Integer.parseInt(d) <= MAX_DIGITS_OF_FLOAT4);
    return catalog(single ? "float4" : "float8", List.of(), "");
  }

  private TypeName character() {
    if (cursor.skip("varying")) {
      return catalog("varchar", modifiers(), "");
    }
    return catalog("bpchar", modifiersOrOne(), "");
  }

  private TypeName bit() {
    return cursor.skip("varying")
        ? catalog("varbit", modifiers(), "")
        : catalog("bit", modifiersOrOne(), "");
  }

  private TypeName time(String without, String with) {
    List<String> precision = modifiers();
    boolean zone = cursor.skip("with", "time", "zone");
    cursor.skip("without", "time", "zone");
    return catalog(zone ? with : without, precision, "");
  }

  private TypeName interval() {
    List<String> precision = modifiers();
    List<String> fields = new ArrayList<>();
    while (cursor.at("to")
        || cursor.at("year")
        || cursor.at("month")
        || cursor.at("day")
        || cursor.at("hour")
        || cursor.at("minute")
        || cursor.at("second")) {
      fields.add(cursor.name());
    }
    return catalog(
        "interval", fields.isEmpty() ? precision : modifiers(), String.join(" ", fields));
  }

  private TypeName named() {
    int start = cursor.index();
    QualifiedName name = cursor.qualifiedName();
    if (cursor.atSymbol("%") && cursor.peek(1).isWord("type")) {
      String table = tableBefore(cursor.since(start));
      cursor.take();
      cursor.take();
      Optional<String> of = table.isEmpty() ? Optional.empty() : Optional.of(table);
      return new TypeName(new QualifiedName(of, name.name()), List.of(), "", 0, false, true);
    }
    return new TypeName(name, modifiers(), "", 0, false, false);
  }

  /** What stands before the last dot. */
  private static String tableBefore(Cursor path) {
    return path.withoutLast(2).rest();
  }

  private List<String> modifiersOrOne() {
    List<String> modifiers = modifiers();
    return modifiers.isEmpty() ? List.of("1") : modifiers;
  }

  private List<String> modifiers() {
    return cursor.atSymbol("(")
        ? cursor.nested().splitAtCommas().stream().map(Cursor::rest).toList()
        : List.of();
  }

  private int dimensions() {
    int dimensions = 0;
    if (cursor.skip("array")) {
      dimensions = 1;
      if (!cursor.atSymbol("[")) {
        return dimensions;
      }
      cursor.nested();
    }
    while (cursor.atSymbol("[")) {
      cursor.nested();
      dimensions++;
    }
    return dimensions;
  }
}
