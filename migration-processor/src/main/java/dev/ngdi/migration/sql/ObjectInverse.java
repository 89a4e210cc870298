package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/** What takes back statements about anything but tables and indexes. */
final class ObjectInverse {
  private ObjectInverse() {}

  static Optional<List<String>> ofCreate(Statement.CreateObject create, Made made) {
    Cursor cursor = Cursor.over(create.source().sql());
    if (create.orReplace() || create.ifNotExists() || isSchemaWithObjects(create, cursor.copy())) {
      return Optional.empty();
    }
    if (create.on().filter(made::hasRelation).isPresent()) {
      if (create.kind().equals("TRIGGER")) {
        triggerFunction(cursor).ifPresent(made::trigger);
      }
      return Optional.of(List.of());
    }
    if (create.kind().equals("SEQUENCE") && belongsToMadeTable(cursor.copy(), made)) {
      return Optional.of(List.of());
    }
    boolean needsArguments = List.of("FUNCTION", "PROCEDURE", "AGGREGATE").contains(create.kind());
    if (needsArguments && create.arguments().isEmpty()) {
      return Optional.empty();
    }
    made.object(create.kind(), create.name());
    boolean holdsRows =
        List.of("VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE").contains(create.kind());
    if (holdsRows) {
      made.relation(create.name());
    }
    return isTemporary(cursor) ? Optional.of(List.of()) : Optional.of(List.of(drop(create)));
  }

  /** The {@code DROP} of what a statement creates. */
  static String drop(Statement.CreateObject create) {
    String on = create.on().map(table -> " ON " + table.sql()).orElse("");
    return "DROP " + create.kind() + " " + create.name().sql() + create.arguments() + on;
  }

  private static boolean isSchemaWithObjects(Statement.CreateObject create, Cursor cursor) {
    return create.kind().equals("SCHEMA")
        && cursor.skip("create")
        && cursor.seek("create", "grant");
  }

  private static boolean belongsToMadeTable(Cursor cursor, Made made) {
    return cursor.seek("owned")
        && cursor.skip("owned", "by")
        && made.hasRelation(cursor.tableOfColumnName());
  }

  private static boolean isTemporary(Cursor cursor) {
    cursor.skip("create");
    return cursor.at("temp") || cursor.at("temporary");
  }

  private static Optional<QualifiedName> triggerFunction(Cursor cursor) {
    if (!cursor.seek("execute")) {
      return Optional.empty();
    }
    cursor.take();
    cursor.skipAny("function", "procedure");
    return Optional.of(cursor.qualifiedName());
  }

  static Optional<List<String>> ofAlter(Statement.AlterObject alter, Made made) {
    String sql = alter.source().sql();
    Cursor cursor = Cursor.over(sql);
    boolean renames = cursor.copy().seek("rename");
    if (renames && !cursor.copy().seek("if")) {
      return Optional.of(List.of(Renaming.back(sql, alter, made)));
    }
    boolean moves = cursor.copy().seek("schema") || cursor.copy().seek("owned");
    boolean isMade =
        made.hasObject(alter.kind(), alter.name())
            || (alter.kind().equals("MATERIALIZED VIEW") && made.hasRelation(alter.name()));
    return isMade && !moves ? Optional.of(List.of()) : Optional.empty();
  }

  static Optional<List<String>> ofOther(Statement.Other other, Made made) {
    boolean ofMade = other.target().filter(made::hasRelation).isPresent();
    return switch (other.command()) {
      case "ANALYZE", "VACUUM", "LOCK TABLE" -> Optional.of(List.of());
      case "COMMENT" -> made.hasCommented(other) ? Optional.of(List.of()) : Optional.empty();
      case "REFRESH MATERIALIZED VIEW", "CLUSTER", "REINDEX" ->
          ofMade ? Optional.of(List.of()) : Optional.empty();
      case "GRANT", "REVOKE" -> grant(other, made);
      default -> Optional.empty();
    };
  }

  private static Optional<List<String>> grant(Statement.Other grant, Made made) {
    Cursor cursor = Cursor.over(grant.source().sql());
    if (!cursor.seek("on")) {
      return Optional.empty();
    }
    cursor.take();
    Optional<ObjectKind> kind = ObjectKind.read(cursor);
    while (cursor.peek().isName()) {
      QualifiedName name = cursor.qualifiedName();
      cursor.skipParentheses();
      boolean isMade =
          made.hasRelation(name) || kind.filter(k -> made.hasObject(k.sql(), name)).isPresent();
      if (!isMade) {
        return Optional.empty();
      }
      if (!cursor.skipSymbol(",")) {
        return Optional.of(List.of());
      }
    }
    return Optional.empty();
  }
}
