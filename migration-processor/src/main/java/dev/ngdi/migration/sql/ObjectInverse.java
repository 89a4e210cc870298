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

  /** Whether nothing is left of it once what the script makes is dropped. */
  static boolean needsNone(Statement statement, Made made) {
    if (statement instanceof Statement.Comment comment) {
      return made.hasCommented(comment);
    } else if (statement instanceof Statement.Grant grant) {
      return !grant.kind().startsWith("ALL ")
          && grant.objects().stream()
              .allMatch(name -> made.hasRelation(name) || made.hasObject(grant.kind(), name));
    } else if (statement instanceof Statement.Maintenance work) {
      return switch (work.command()) {
        case "ANALYZE", "VACUUM", "LOCK TABLE" -> true;
        default -> work.target().filter(made::hasRelation).isPresent();
      };
    }
    return false;
  }
}
