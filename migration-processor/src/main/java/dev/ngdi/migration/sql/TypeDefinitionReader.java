package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code CREATE TYPE} and {@code CREATE DOMAIN}. */
final class TypeDefinitionReader {
  private TypeDefinitionReader() {}

  /** Behind the type's name. */
  static Definition read(Cursor cursor) {
    String sql = cursor.rest();
    if (cursor.skip("as", "enum") && cursor.atSymbol("(")) {
      return new Definition.EnumType(
          cursor.nested().splitAtCommas().stream()
              .filter(value -> !value.atEnd())
              .map(SettingReader::value)
              .toList());
    }
    if (cursor.skip("as", "range") && cursor.atSymbol("(")) {
      return range(cursor.nested());
    }
    if (cursor.skip("as") && cursor.atSymbol("(")) {
      return new Definition.CompositeType(
          cursor.nested().splitAtCommas().stream()
              .filter(attribute -> !attribute.atEnd())
              .map(ColumnReader::read)
              .toList());
    }
    return new Definition.Other(sql);
  }

  private static Definition range(Cursor list) {
    Map<String, String> options = new LinkedHashMap<>();
    Optional<TypeName> subtype = Optional.empty();
    for (Cursor option : list.splitAtCommas()) {
      String name = option.name();
      option.skipSymbol("=");
      options.put(name, option.rest());
      if (name.equals("subtype")) {
        subtype = Optional.of(TypeReader.read(option));
      }
    }
    return new Definition.RangeType(options, subtype);
  }

  /** Behind the domain's name. */
  static Definition domain(Cursor cursor) {
    cursor.skip("as");
    TypeName type = TypeReader.read(cursor);
    Optional<QualifiedName> collation = Optional.empty();
    Optional<Fragment> defaultValue = Optional.empty();
    List<ConstraintDefinition> constraints = new ArrayList<>();
    while (!cursor.atEnd()) {
      if (cursor.skip("collate")) {
        collation = Optional.of(cursor.qualifiedName());
      } else if (cursor.skip("default")) {
        defaultValue = Optional.of(DefaultReader.read(cursor));
      } else if (ConstraintReader.follows(cursor)) {
        Optional<String> name =
            cursor.skip("constraint") ? Optional.of(cursor.name()) : Optional.empty();
        if (!cursor.skip("null")) {
          constraints.add(ConstraintReader.ofColumn(cursor, name));
        }
      } else {
        cursor.take();
      }
    }
    return new Definition.Domain(type, collation, defaultValue, constraints);
  }
}
