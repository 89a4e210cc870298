package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code ALTER} of anything. */
final class AlterReader {
  private AlterReader() {}

  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    cursor.skip("alter");
    cursor.skip("procedural");
    if (cursor.at("index", "all")
        || cursor.at("table", "all")
        || cursor.at("materialized", "view", "all")) {
      return Optional.empty();
    }
    if (cursor.skip("table")) {
      return Optional.of(TableReader.readAlter(text, cursor));
    }
    return ObjectKind.read(cursor)
        .filter(ObjectKind::hasRecord)
        .map(kind -> alter(text, cursor, kind));
  }

  private static Statement alter(Statement.Text text, Cursor cursor, ObjectKind kind) {
    boolean ifExists = cursor.skip("if", "exists");
    cursor.skip("only");
    QualifiedName name = cursor.qualifiedName();
    cursor.skipSymbol("*");
    String arguments = kind.hasArguments() ? Arguments.forDrop(cursor, kind) : "";
    Optional<QualifiedName> on =
        kind.belongsToTable() && cursor.skip("on")
            ? Optional.of(cursor.qualifiedName())
            : Optional.empty();
    return new Statement.AlterObject(
        text, kind.sql(), name, arguments, on, ifExists, actions(cursor, kind));
  }

  private static List<ObjectAction> actions(Cursor cursor, ObjectKind kind) {
    if (cursor.skip("rename", "to")) {
      return List.of(new ObjectAction.Rename(cursor.name()));
    }
    if (cursor.skip("set", "schema")) {
      return List.of(new ObjectAction.SetSchema(cursor.name()));
    }
    if (cursor.skip("owner", "to")) {
      return List.of(new ObjectAction.OwnerTo(cursor.name()));
    }
    if (cursor.at("depends", "on") || cursor.at("no", "depends")) {
      return List.of(new ObjectAction.Other(cursor.rest()));
    }
    return switch (kind) {
      case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> likeTable(cursor, TableActionReader::read);
      case INDEX ->
          cursor.skip("attach", "partition")
              ? List.of(new ObjectAction.AttachIndex(cursor.qualifiedName()))
              : likeTable(cursor, TableActionReader::read);
      case SEQUENCE -> sequence(cursor);
      case TYPE -> type(cursor);
      case DOMAIN -> likeTable(cursor, TableActionReader::ofDomain);
      case FUNCTION, PROCEDURE, ROUTINE ->
          List.of(new ObjectAction.SetAttributes(RoutineReader.attributes(cursor)));
      case EXTENSION -> extension(cursor);
      case POLICY -> List.of(new ObjectAction.SetPolicy(PolicyReader.clauses(cursor)));
      default -> List.of(new ObjectAction.Other(cursor.rest()));
    };
  }

  private static List<ObjectAction> likeTable(Cursor cursor, Function<Cursor, TableAction> reader) {
    return cursor.splitAtCommas().stream()
        .<ObjectAction>map(action -> new ObjectAction.LikeTable(reader.apply(action)))
        .toList();
  }

  private static List<ObjectAction> sequence(Cursor cursor) {
    if (cursor.at("set", "logged") || cursor.at("set", "unlogged")) {
      return likeTable(cursor, TableActionReader::read);
    }
    return List.of(new ObjectAction.SetSequence(SequenceReader.read(cursor)));
  }

  private static List<ObjectAction> type(Cursor cursor) {
    String sql = cursor.rest();
    if (cursor.skip("add", "value")) {
      boolean ifNotExists = cursor.skip("if", "not", "exists");
      String value = SettingReader.value(cursor);
      boolean before = cursor.at("before");
      Optional<String> neighbour =
          cursor.skipAny("before", "after")
              ? Optional.of(SettingReader.value(cursor))
              : Optional.empty();
      return List.of(new ObjectAction.AddValue(value, ifNotExists, before, neighbour));
    }
    if (cursor.skip("rename", "value")) {
      String from = SettingReader.value(cursor);
      cursor.skip("to");
      return List.of(new ObjectAction.RenameValue(from, SettingReader.value(cursor)));
    }
    return cursor.at("set")
        ? List.of(new ObjectAction.Other(sql))
        : likeTable(cursor, TableActionReader::ofType);
  }

  private static List<ObjectAction> extension(Cursor cursor) {
    String sql = cursor.rest();
    if (!cursor.skip("update")) {
      return List.of(new ObjectAction.Other(sql));
    }
    Optional<String> version =
        cursor.skip("to") ? Optional.of(SettingReader.value(cursor)) : Optional.empty();
    return List.of(new ObjectAction.UpdateExtension(version));
  }
}
