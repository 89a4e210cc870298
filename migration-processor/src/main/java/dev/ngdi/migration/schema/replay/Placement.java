package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;

/** Puts objects into schemas, and gives them other names. */
final class Placement {
  private Placement() {}

  /** Adds an object to its schema. */
  static void add(Work work, CatalogObject object) {
    work.put(object);
    if (object.scope() != 0) {
      work.depend(Ref.to(object.oid()), Ref.to(object.scope()), Dependency.Type.NORMAL);
    }
  }

  static void rename(Work work, CatalogObject object, String name) {
    work.put(named(object, object.scope(), name));
  }

  /** Whether an object can go to another schema; a temporary one stays where it is. */
  static boolean canMove(Work work, CatalogObject object, int scope) {
    boolean temporary = object.scope() == Schema.PG_TEMP || scope == Schema.PG_TEMP;
    if (temporary) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "`%s` cannot go into or out of the schema of temporary objects".formatted(object.name()),
          "");
    }
    return !temporary;
  }

  static void move(Work work, CatalogObject object, int scope) {
    if (object.scope() == scope) {
      return;
    }
    Ref from = Ref.to(object.scope());
    for (Dependency need : work.schema().needs(object.oid())) {
      if (need.referenced().equals(from)) {
        work.set(work.schema().without(need));
      }
    }
    add(work, named(object, scope, object.name()));
  }

  private static CatalogObject named(CatalogObject object, int scope, String name) {
    if (object instanceof Table table) {
      return table.withName(scope, name);
    } else if (object instanceof View view) {
      return view.withName(scope, name);
    } else if (object instanceof Index index) {
      return index.withName(scope, name);
    } else if (object instanceof Sequence sequence) {
      return sequence.withName(scope, name);
    } else if (object instanceof UserType type) {
      return type.withName(scope, name);
    } else if (object instanceof Routine routine) {
      return routine.withName(scope, name);
    } else if (object instanceof Statistics statistics) {
      return statistics.withName(scope, name);
    } else if (object instanceof OtherObject other) {
      return other.withName(scope, name);
    } else if (object instanceof Namespace) {
      return new Namespace(object.oid(), name);
    }
    throw new IllegalArgumentException(object.kind());
  }
}
