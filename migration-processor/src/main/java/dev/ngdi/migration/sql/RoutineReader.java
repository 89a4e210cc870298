package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code CREATE FUNCTION} and {@code CREATE PROCEDURE}. */
final class RoutineReader {
  private final Cursor cursor;
  private final RoutineAttributes attributes;
  private final List<Definition.Argument> arguments = new ArrayList<>();
  private Optional<TypeName> returns = Optional.empty();
  private boolean returnsTable;
  private String body = "";
  private boolean atomic;
  private Optional<Fragment> names = Optional.empty();

  private RoutineReader(Cursor cursor) {
    this.cursor = cursor;
    this.attributes = new RoutineAttributes(cursor);
  }

  /** Behind the name. */
  static Definition read(Cursor cursor, QualifiedName name) {
    return new RoutineReader(cursor).read(name);
  }

  private Definition read(QualifiedName name) {
    if (cursor.atSymbol("(")) {
      arguments.addAll(Arguments.read(cursor.nested()));
    }
    while (!cursor.atEnd()) {
      if (cursor.skip("returns", "table") && cursor.atSymbol("(")) {
        returnsTable = true;
        cursor.nested().splitAtCommas().forEach(column -> arguments.add(column(column)));
      } else if (cursor.at("returns") && !cursor.at("returns", "null")) {
        cursor.take();
        returns = Optional.of(TypeReader.read(cursor));
      } else if (cursor.skip("as")) {
        String first = SettingReader.value(cursor);
        boolean inLibrary = cursor.skipSymbol(",");
        body = inLibrary ? "" : first;
        if (inLibrary) {
          cursor.take();
        }
      } else if (cursor.at("begin", "atomic") || cursor.at("return")) {
        atomic(name);
      } else if (!attributes.read()) {
        cursor.take();
      }
    }
    return new Definition.Routine(
        arguments,
        returns,
        returnsTable,
        attributes.language().orElse("sql"),
        body,
        atomic,
        names,
        attributes.values());
  }

  private static Definition.Argument column(Cursor column) {
    Optional<String> name = Optional.of(column.name());
    return new Definition.Argument("TABLE", name, TypeReader.read(column), Optional.empty());
  }

  private void atomic(QualifiedName name) {
    atomic = true;
    body = cursor.rest();
    Set<String> parameters = new HashSet<>(Set.of(name.name()));
    arguments.forEach(argument -> argument.name().ifPresent(parameters::add));
    if (cursor.skip("return")) {
      names = Optional.of(FragmentReader.expression(cursor.copy(), parameters));
    } else {
      cursor.skip("begin", "atomic");
      names = Optional.of(FragmentReader.statements(cursor.withoutLast(1), parameters));
    }
    cursor.toEnd();
  }

  /** What an {@code ALTER} sets: all that the cursor has left. */
  static Map<String, String> attributes(Cursor rest) {
    RoutineAttributes attributes = new RoutineAttributes(rest);
    while (!rest.atEnd()) {
      if (!attributes.read()) {
        rest.take();
      }
    }
    return attributes.values();
  }
}
