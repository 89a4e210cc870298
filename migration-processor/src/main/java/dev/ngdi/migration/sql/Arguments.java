package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Argument lists of functions, procedures and aggregates. */
final class Arguments {
  private static final Set<String> SECOND_WORDS_OF_TYPES =
      Set.of(
          "precision",
          "varying",
          "with",
          "without",
          "array",
          "character",
          "char",
          "year",
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "to");
  private static final Set<String> FIRST_WORDS_OF_TYPES =
      Set.of(
          "double",
          "character",
          "char",
          "national",
          "nchar",
          "bit",
          "time",
          "timestamp",
          "interval",
          "varchar");

  private Arguments() {}

  /** The types as {@code DROP} takes them, with parentheses; empty if there is no list. */
  static String forDrop(Cursor cursor, ObjectKind kind) {
    if (!cursor.atSymbol("(") || (kind == ObjectKind.AGGREGATE && isOldStyle(cursor))) {
      return "";
    }
    Cursor list = cursor.nested();
    StringJoiner types = new StringJoiner(", ", "(", ")");
    if (kind == ObjectKind.AGGREGATE && (list.atSymbol("*") || list.copy().seek("order"))) {
      return "(" + OneLine.of(list.rest()) + ")";
    }
    if (!list.atEnd()) {
      list.splitAtCommas().forEach(argument -> add(argument, kind, types));
    }
    return types.toString();
  }

  /** The arguments of a function or procedure, from what stands in the parentheses. */
  static List<Definition.Argument> read(Cursor list) {
    return list.splitAtCommas().stream()
        .filter(argument -> !argument.atEnd())
        .map(Arguments::argument)
        .toList();
  }

  private static Definition.Argument argument(Cursor argument) {
    String mode = mode(argument);
    Optional<String> name = Optional.empty();
    if (hasName(argument)) {
      name = Optional.of(argument.name());
      mode = mode.isEmpty() ? mode(argument) : mode;
    }
    TypeName type = TypeReader.read(argument);
    boolean defaults =
        argument.skip("default") || argument.skipSymbol("=") || argument.skipSymbol(":=");
    Optional<Fragment> value =
        defaults ? Optional.of(FragmentReader.expression(argument)) : Optional.empty();
    return new Definition.Argument(mode.isEmpty() ? "IN" : mode, name, type, value);
  }

  /** An aggregate whose only parentheses hold its definition, with {@code BASETYPE}. */
  private static boolean isOldStyle(Cursor cursor) {
    return List.of("basetype", "sfunc", "sfunc1", "stype").contains(cursor.peek(1).value())
        && cursor.peek(2).isSymbol("=");
  }

  private static void add(Cursor argument, ObjectKind kind, StringJoiner types) {
    String mode = mode(argument);
    if (hasName(argument)) {
      argument.take();
      mode = mode.isEmpty() ? mode(argument) : mode;
    }
    boolean procedure = kind == ObjectKind.PROCEDURE;
    if (mode.equals("OUT") && !procedure) {
      return;
    }
    String type = OneLine.of(withoutDefault(argument));
    types.add(procedure && !mode.isEmpty() && !mode.equals("IN") ? mode + " " + type : type);
  }

  private static String mode(Cursor argument) {
    if (argument.skip("in", "out") || argument.skip("inout")) {
      return "INOUT";
    }
    if (argument.skip("in")) {
      return "IN";
    }
    if (argument.skip("out")) {
      return "OUT";
    }
    return argument.skip("variadic") ? "VARIADIC" : "";
  }

  private static boolean hasName(Cursor argument) {
    Token first = argument.peek();
    Token second = argument.peek(1);
    if (!second.isName() || second.isWord("default")) {
      return false;
    }
    boolean oneType =
        first.kind() == Token.Kind.WORD
            && second.kind() == Token.Kind.WORD
            && ((FIRST_WORDS_OF_TYPES.contains(first.value())
                    && SECOND_WORDS_OF_TYPES.contains(second.value()))
                || second.value().equals("array")
                || first.value().equals("setof"));
    return !oneType;
  }

  private static String withoutDefault(Cursor argument) {
    String all = argument.rest();
    Cursor rest = argument.copy();
    int start = rest.peek().start();
    while (!rest.atEnd() && !rest.at("default") && !rest.atSymbol("=") && !rest.atSymbol(":=")) {
      rest.take();
    }
    return rest.atEnd() ? all : all.substring(0, rest.peek().start() - start);
  }
}
