package dev.ngdi.migration.sql;

import java.util.Optional;
import java.util.Set;

/** Types in expressions. */
final class CastReader {
  private static final Set<String> GRAMMAR_WORDS =
      Set.of(
          "bigint",
          "bit",
          "boolean",
          "char",
          "character",
          "dec",
          "decimal",
          "double",
          "float",
          "int",
          "integer",
          "interval",
          "json",
          "national",
          "nchar",
          "numeric",
          "real",
          "smallint",
          "time",
          "timestamp",
          "varchar");

  private final FragmentBuilder into;

  CastReader(FragmentBuilder into) {
    this.into = into;
  }

  /** The type that follows. */
  TypeName type(Cursor in) {
    Token first = in.peek();
    boolean words = first.kind() == Token.Kind.WORD && GRAMMAR_WORDS.contains(first.value());
    if (!words && first.isName()) {
      Cursor ahead = in.copy();
      QualifiedName name = ahead.qualifiedName();
      into.type(name, into.span(first, ahead.previous()));
    }
    return TypeReader.read(in);
  }

  /** A type with a string behind it, as in {@code date '2026-11-22'}; nothing if none follows. */
  Optional<TypeName> typedConstant(Cursor in) {
    Token second = in.peek(1);
    boolean possible =
        second.isString()
            || second.isSymbol("(")
            || second.isSymbol(".")
            || second.kind() == Token.Kind.WORD;
    if (!possible) {
      return Optional.empty();
    }
    Token first = in.peek();
    Cursor ahead = in.copy();
    ahead.qualifiedName();
    if (first.kind() == Token.Kind.WORD && GRAMMAR_WORDS.contains(first.value())) {
      ahead.skipAny("precision", "character", "char");
      ahead.skip("varying");
      ahead.skipParentheses();
      if (ahead.skipAny("with", "without")) {
        ahead.skip("time", "zone");
      }
    } else {
      ahead.skipParentheses();
    }
    if (!ahead.peek().isString()) {
      return Optional.empty();
    }
    Token constant = ahead.peek();
    TypeName type = type(in);
    while (!in.atEnd() && !in.take().equals(constant)) {}
    if (type.name().name().equals("regclass")) {
      into.relation(in, constant);
    }
    if (first.isWord("interval")) {
      intervalFields(in);
    }
    return Optional.of(type);
  }

  private static void intervalFields(Cursor in) {
    boolean more = true;
    while (more && in.skipAny("year", "month", "day", "hour", "minute", "second")) {
      in.skipParentheses();
      more = in.skip("to");
    }
  }
}
