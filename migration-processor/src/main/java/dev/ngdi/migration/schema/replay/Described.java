package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Identifiers;
import java.util.Locale;

/** Objects in a message, as their user knows them. */
final class Described {
  private Described() {}

  /** The kind and the name, of what belongs to a table the table's too. */
  static String of(Schema schema, Ref ref) {
    return schema.get(ref.oid()).map(object -> of(schema, object, ref.column())).orElse("…");
  }

  private static String of(Schema schema, CatalogObject object, int column) {
    if (column > 0) {
      return "column `%s` of %s".formatted(column(object, column), of(schema, object, 0));
    }
    if (object instanceof ColumnDefault value) {
      return "default of " + of(schema, new Ref(value.scope(), value.column()));
    }
    if (object instanceof Constraint
        || object instanceof Trigger
        || object instanceof Policy
        || object instanceof RewriteRule) {
      return "%s `%s` on %s"
          .formatted(
              kind(object), Identifiers.quote(object.name()), of(schema, Ref.to(object.scope())));
    }
    return kind(object) + " `" + Rendering.name(schema, object.oid()) + "`";
  }

  private static String kind(CatalogObject object) {
    return object.kind().toLowerCase(Locale.ROOT);
  }

  private static String column(CatalogObject object, int number) {
    if (object instanceof Relation relation) {
      return relation.column(number).map(c -> Identifiers.quote(c.name())).orElse("…");
    }
    return object instanceof UserType.Composite type
        ? type.attributes().stream()
            .filter(a -> a.number() == number)
            .map(a -> Identifiers.quote(a.name()))
            .findFirst()
            .orElse("…")
        : "…";
  }
}
