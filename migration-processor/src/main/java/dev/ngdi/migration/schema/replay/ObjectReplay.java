package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Statement;

/** Which class replays which statement about anything else than a table. */
final class ObjectReplay {
  private ObjectReplay() {}

  /** Applies a statement; whether it is one of these. */
  static boolean apply(Work work, Statement statement) {
    if (statement instanceof Statement.CreateObject create) {
      return create(work, create, create.definition());
    }
    return false;
  }

  private static boolean create(Work work, Statement.CreateObject create, Definition definition) {
    if (definition instanceof Definition.View view) {
      Views.create(work, create, view);
    } else if (definition instanceof Definition.Namespace namespace) {
      Schemas.create(work, create, namespace);
    } else if (definition instanceof Definition.Extension extension) {
      Extensions.create(work, create, extension);
    } else {
      return false;
    }
    return true;
  }
}
