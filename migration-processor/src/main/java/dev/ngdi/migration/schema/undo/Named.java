package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import java.util.List;

/** Objects under other names. */
final class Named {
  private Named() {}

  /** The same object under another name and in another schema, where it has one. */
  static CatalogObject as(CatalogObject object, int scope, String name) {
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
    } else if (object instanceof Namespace namespace) {
      return new Namespace(namespace.oid(), name);
    }
    return member(object, name);
  }

  private static CatalogObject member(CatalogObject object, String name) {
    if (object instanceof Constraint constraint) {
      return constraint.withName(name);
    } else if (object instanceof Trigger trigger) {
      return trigger.withName(name);
    } else if (object instanceof Policy policy) {
      return policy.withName(name);
    }
    return object instanceof RewriteRule rule ? rule.withName(name) : object;
  }

  /** Whether two objects cannot both have one name. */
  static boolean collide(CatalogObject one, CatalogObject other) {
    return one.scope() == other.scope()
        && one.name().equals(other.name())
        && space(one).equals(space(other));
  }

  private static String space(CatalogObject object) {
    if (object instanceof Relation || object instanceof Index || object instanceof Sequence) {
      return "relation";
    } else if (object instanceof UserType) {
      return "type";
    } else if (object instanceof Routine routine) {
      return "routine " + routine.signature();
    }
    return object.kind();
  }

  static List<Column> columns(CatalogObject object) {
    if (object instanceof Relation relation) {
      return relation.columns();
    }
    return object instanceof UserType.Composite composite ? composite.attributes() : List.of();
  }

  /** The same object with a column under another name. */
  static CatalogObject withColumn(CatalogObject object, int number, String name) {
    List<Column> columns =
        columns(object).stream()
            .map(column -> column.number() == number ? column.withName(name) : column)
            .toList();
    if (object instanceof Table table) {
      return table.withColumns(columns);
    } else if (object instanceof View view) {
      return view.withColumns(columns, view.columnNames());
    }
    return object instanceof UserType.Composite composite
        ? composite.withAttributes(columns)
        : object;
  }
}
