package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code GRANT} and {@code REVOKE} on objects. */
final class GrantReader {
  private static final List<String> KINDS =
      List.of(
          "all tables in schema",
          "all sequences in schema",
          "all functions in schema",
          "all procedures in schema",
          "all routines in schema",
          "foreign data wrapper",
          "foreign server",
          "large object",
          "table",
          "sequence",
          "database",
          "domain",
          "function",
          "procedure",
          "routine",
          "language",
          "parameter",
          "schema",
          "tablespace",
          "type");

  private GrantReader() {}

  /** Empty where it is about membership in a role. */
  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    boolean revoke = cursor.take().isWord("revoke");
    boolean optionOnly = cursor.skip("grant", "option", "for");
    int start = cursor.index();
    if (!cursor.seek("on")) {
      return Optional.empty();
    }
    List<Statement.Privilege> privileges =
        cursor.since(start).splitAtCommas().stream().map(GrantReader::privilege).toList();
    cursor.skip("on");
    String kind = kind(cursor);
    List<QualifiedName> objects = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    do {
      objects.add(cursor.qualifiedName());
      arguments.add(Arguments.forDrop(cursor, ObjectKind.FUNCTION));
    } while (cursor.skipSymbol(","));
    cursor.skipAny("to", "from");
    List<String> roles = PolicyReader.roles(cursor);
    boolean withGrantOption = cursor.copy().seek("with");
    boolean cascade = cursor.seek("cascade");
    return Optional.of(
        new Statement.Grant(
            text,
            revoke,
            optionOnly,
            privileges,
            kind,
            objects,
            arguments,
            roles,
            withGrantOption,
            cascade));
  }

  private static Statement.Privilege privilege(Cursor cursor) {
    StringBuilder name = new StringBuilder();
    while (cursor.peek().isName()) {
      String word = cursor.name().toUpperCase(Locale.ROOT);
      if (!word.equals("PRIVILEGES")) {
        name.append(name.isEmpty() ? "" : " ").append(word);
      }
    }
    List<String> columns = cursor.atSymbol("(") ? SourceReader.names(cursor.nested()) : List.of();
    return new Statement.Privilege(name.toString(), columns);
  }

  private static String kind(Cursor cursor) {
    for (String kind : KINDS) {
      String[] words = kind.split(" ", -1);
      Token next = cursor.peek(words.length);
      boolean object =
          next.kind() == Token.Kind.INTEGER
              || next.kind() == Token.Kind.QUOTED_NAME
              || (next.kind() == Token.Kind.WORD && !Keywords.isReserved(next.value()));
      if (object && cursor.skip(words)) {
        return kind.toUpperCase(Locale.ROOT);
      }
    }
    return "TABLE";
  }
}
