package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;

/**
 * How statements that take any kind of object name one: {@code TABLE t}, {@code TRIGGER x ON t}.
 */
final class Kinds {
  private Kinds() {}

  static String reference(Schema schema, Ref ref) {
    if (ref.column() != 0) {
      return "COLUMN "
          + Written.name(schema, ref.oid())
          + "."
          + Written.column(schema, ref.oid(), ref.column());
    }
    return schema.get(ref.oid()).map(object -> reference(schema, object)).orElse("…");
  }

  static String reference(Schema schema, CatalogObject object) {
    if (object instanceof Routine routine) {
      return routine.kind() + " " + RoutineDdl.signature(schema, routine);
    }
    if (!isMember(object)) {
      return object.kind() + " " + Written.name(schema, object.oid());
    }
    boolean domain = schema.get(object.scope(), UserType.Domain.class).isPresent();
    return object.kind()
        + " "
        + Written.own(object)
        + " ON "
        + (domain ? "DOMAIN " : "")
        + Written.name(schema, object.scope());
  }

  /** Whether its name is one of a table's or domain's own. */
  static boolean isMember(CatalogObject object) {
    return object instanceof Constraint
        || object instanceof Trigger
        || object instanceof Policy
        || object instanceof RewriteRule;
  }
}
