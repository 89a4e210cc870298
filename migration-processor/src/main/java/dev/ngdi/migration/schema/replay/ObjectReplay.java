package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Statement;
import java.util.Map;
import java.util.Set;

/** Which class replays which statement about anything else than a table. */
final class ObjectReplay {
  private static final Set<String> OF_TABLES =
      Set.of("TABLE", "FOREIGN TABLE", "INDEX", "SEQUENCE");

  private ObjectReplay() {}

  /** Applies a statement; whether it is one of these. */
  static boolean apply(Work work, Statement statement) {
    if (Members.apply(work, statement) || ExtendedStatistics.apply(work, statement)) {
      return true;
    } else if (statement instanceof Statement.CreateObject create) {
      return create(work, create, create.definition());
    } else if (statement instanceof Statement.DropObject drop && drop.on().isEmpty()) {
      ObjectChanges.drop(work, drop);
    } else if (statement instanceof Statement.AlterObject alter && !ofTables(alter.kind())) {
      ObjectChanges.alter(work, alter);
    } else {
      return others(work, statement);
    }
    return true;
  }

  private static boolean others(Work work, Statement statement) {
    if (statement instanceof Statement.Comment comment) {
      Comments.apply(work, comment);
    } else if (statement instanceof Statement.Grant grant) {
      Grants.apply(work, grant);
    } else if (statement instanceof Statement.DefaultPrivileges change) {
      DefaultPrivileges.apply(work, change);
    } else if (statement instanceof Statement.SetParameter set) {
      Session.set(work, set);
    } else if (statement instanceof Statement.Maintenance maintenance) {
      Upkeep.apply(work, maintenance);
    } else if (statement instanceof Statement.Query query) {
      Rows.query(work, query);
    } else if (statement instanceof Statement.ChangeRows change) {
      Rows.change(work, change);
    } else if (statement instanceof Statement.DoBlock block) {
      Blocks.apply(work, block);
    } else if (statement instanceof Statement.Other other) {
      return Procedures.apply(work, other, Map.of()) || Unrecorded.apply(work, other);
    } else {
      return statement instanceof Statement.TransactionControl;
    }
    return true;
  }

  private static boolean ofTables(String kind) {
    return OF_TABLES.contains(kind);
  }

  private static boolean create(Work work, Statement.CreateObject create, Definition definition) {
    if (definition instanceof Definition.View view) {
      Views.create(work, create, view);
    } else if (definition instanceof Definition.Namespace namespace) {
      Schemas.create(work, create, namespace);
    } else if (definition instanceof Definition.Extension extension) {
      Extensions.create(work, create, extension);
    } else if (definition instanceof Definition.EnumType type) {
      UserTypes.createEnum(work, create, type);
    } else if (definition instanceof Definition.CompositeType type) {
      Composites.create(work, create, type);
    } else if (definition instanceof Definition.RangeType type) {
      UserTypes.createRange(work, create, type);
    } else if (definition instanceof Definition.Domain domain) {
      Domains.create(work, create, domain);
    } else if (definition instanceof Definition.Routine routine) {
      Routines.create(work, create, routine);
    } else if (definition instanceof Definition.Other other && !ofTables(create.kind())) {
      createOther(work, create, other);
    } else {
      return false;
    }
    return true;
  }

  private static void createOther(
      Work work, Statement.CreateObject create, Definition.Other definition) {
    switch (create.kind()) {
      case "TYPE" -> UserTypes.createOther(work, create, definition);
      case "AGGREGATE" -> Routines.createAggregate(work, create, definition);
      case "VIEW", "MATERIALIZED VIEW", "FUNCTION", "PROCEDURE", "DOMAIN" ->
          work.unproven("what `%s` says".formatted(create.command()));
      default -> OtherObjects.create(work, create, definition.sql());
    }
  }
}
