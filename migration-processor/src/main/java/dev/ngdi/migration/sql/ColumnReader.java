package dev.ngdi.migration.sql;

import java.util.Locale;
import java.util.Optional;

/** Reads the definition of a column. */
final class ColumnReader {
  private ColumnReader() {}

  /** From its name on. */
  static TableElement.Column read(Cursor cursor) {
    String name = cursor.name();
    Optional<TypeName> type =
        hasType(cursor) ? Optional.of(TypeReader.read(cursor)) : Optional.empty();
    cursor.skip("with", "options");
    Optional<String> storage = word(cursor, "storage");
    Optional<String> compression = word(cursor, "compression");
    String options = cursor.at("options") && cursor.peek(1).isSymbol("(") ? optionsOf(cursor) : "";
    ColumnQualifiers qualifiers = ColumnQualifiers.read(cursor);
    return new TableElement.Column(
        name,
        type,
        qualifiers.constraints(),
        qualifiers.defaultValue(),
        qualifiers.identity(),
        qualifiers.generated(),
        qualifiers.collation(),
        storage,
        compression,
        options,
        qualifiers.takesNulls());
  }

  /** A column of a typed table or a partition has none. */
  private static boolean hasType(Cursor cursor) {
    return cursor.peek().isName()
        && !ConstraintReader.follows(cursor)
        && !cursor.at("with")
        && !cursor.at("null")
        && !cursor.at("default")
        && !cursor.at("collate")
        && !cursor.at("generated", "always")
        && !cursor.at("generated", "by");
  }

  private static Optional<String> word(Cursor cursor, String before) {
    return cursor.skip(before)
        ? Optional.of(cursor.name().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static String optionsOf(Cursor cursor) {
    cursor.take();
    return cursor.nested().rest();
  }
}
