package dev.ngdi.migration.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code CREATE} of anything. */
final class CreateReader {
  private static final Set<String> BEFORE_KIND =
      Set.of(
          "global",
          "local",
          "unlogged",
          "temporary",
          "temp",
          "recursive",
          "constraint",
          "default",
          "trusted",
          "procedural");

  private CreateReader() {}

  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    cursor.skip("create");
    boolean orReplace = cursor.skip("or", "replace");
    Set<String> words = new HashSet<>();
    while (cursor.peek().kind() == Token.Kind.WORD && BEFORE_KIND.contains(cursor.peek().value())) {
      words.add(cursor.name());
    }
    if (cursor.skip("table")) {
      boolean temporary = words.contains("temporary") || words.contains("temp");
      return Optional.of(TableReader.readCreate(text, cursor, temporary));
    }
    if (cursor.at("index") || cursor.at("unique")) {
      return Optional.of(IndexReader.readCreate(text, cursor));
    }
    return ObjectKind.read(cursor)
        .filter(ObjectKind::hasRecord)
        .flatMap(kind -> object(text, cursor, kind, orReplace, words));
  }

  private static Optional<Statement> object(
      Statement.Text text, Cursor cursor, ObjectKind kind, boolean orReplace, Set<String> words) {
    boolean ifNotExists = cursor.skip("if", "not", "exists");
    if (!cursor.peek().isName() || (kind == ObjectKind.STATISTICS && cursor.at("on"))) {
      return Optional.empty();
    }
    QualifiedName name = name(cursor, kind);
    String arguments = kind.hasArguments() ? Arguments.forDrop(cursor.copy(), kind) : "";
    Optional<QualifiedName> on =
        kind.belongsToTable() ? owningTable(cursor.copy(), kind) : Optional.empty();
    return Optional.of(
        new Statement.CreateObject(
            text,
            kind.sql(),
            name,
            on,
            arguments,
            orReplace,
            ifNotExists,
            definition(text, cursor, kind, name, words)));
  }

  private static Definition definition(
      Statement.Text text, Cursor cursor, ObjectKind kind, QualifiedName name, Set<String> words) {
    boolean temporary = words.contains("temporary") || words.contains("temp");
    return switch (kind) {
      case VIEW, MATERIALIZED_VIEW ->
          ViewReader.read(cursor, name, temporary, words.contains("recursive"));
      case SEQUENCE ->
          new Definition.Sequence(
              SequenceReader.read(cursor), temporary, words.contains("unlogged"));
      case TYPE -> TypeDefinitionReader.read(cursor);
      case DOMAIN -> TypeDefinitionReader.domain(cursor);
      case FUNCTION, PROCEDURE -> RoutineReader.read(cursor, name);
      case TRIGGER -> TriggerReader.read(cursor, words.contains("constraint"));
      case POLICY -> PolicyReader.read(cursor);
      case RULE -> rule(cursor);
      case EXTENSION -> extension(cursor);
      case SCHEMA -> SchemaReader.read(text, cursor, name);
      case STATISTICS -> statistics(cursor);
      case FOREIGN_TABLE -> {
        TableBody body = TableBody.read(cursor, false);
        yield new Definition.ForeignTable(body.elements(), body.clauses());
      }
      default -> new Definition.Other(cursor.rest());
    };
  }

  private static QualifiedName name(Cursor cursor, ObjectKind kind) {
    boolean nameless = kind == ObjectKind.SCHEMA && cursor.at("authorization");
    return nameless ? QualifiedName.of(cursor.peek(1).value()) : cursor.qualifiedName();
  }

  private static Optional<QualifiedName> owningTable(Cursor cursor, ObjectKind kind) {
    String before = kind == ObjectKind.RULE ? "to" : "on";
    if (!cursor.seek(before)) {
      return Optional.empty();
    }
    cursor.take();
    return Optional.of(cursor.qualifiedName());
  }

  private static Definition rule(Cursor cursor) {
    cursor.skip("as");
    cursor.skip("on");
    String event = cursor.name().toUpperCase(Locale.ROOT);
    cursor.skip("to");
    cursor.qualifiedName();
    Cursor search = cursor.copy();
    boolean instead = search.seek("do") && search.skip("do") && search.at("instead");
    return new Definition.Rule(event, instead, FragmentReader.ruleAction(cursor));
  }

  private static Definition extension(Cursor cursor) {
    cursor.skip("with");
    Optional<String> schema = Optional.empty();
    Optional<String> version = Optional.empty();
    boolean cascade = false;
    while (!cursor.atEnd()) {
      if (cursor.skip("schema")) {
        schema = Optional.of(cursor.name());
      } else if (cursor.skip("version")) {
        version = Optional.of(SettingReader.value(cursor));
      } else {
        cascade |= cursor.take().isWord("cascade");
      }
    }
    return new Definition.Extension(schema, version, cascade);
  }

  private static Definition statistics(Cursor cursor) {
    List<String> kinds = cursor.atSymbol("(") ? SourceReader.names(cursor.nested()) : List.of();
    cursor.skip("on");
    int start = cursor.index();
    cursor.seek("from");
    List<IndexElement> elements = IndexElementReader.list(cursor.since(start));
    cursor.skip("from");
    return new Definition.Statistics(kinds, elements, cursor.qualifiedName());
  }
}
