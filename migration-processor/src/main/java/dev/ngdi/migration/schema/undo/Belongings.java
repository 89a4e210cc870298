package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import java.util.ArrayList;
import java.util.List;

/** What goes along when something is dropped, without a word of its own. */
final class Belongings {
  private Belongings() {}

  /** The objects and columns with each of which an object goes along. */
  static List<Ref> hosts(Schema schema, CatalogObject object) {
    List<Ref> hosts = new ArrayList<>();
    if (object instanceof Index index) {
      hosts.add(Ref.to(index.table()));
      if (index.parent() != 0) {
        hosts.add(Ref.to(index.parent()));
      }
      addColumns(schema, object, index.table(), hosts);
    } else if (object instanceof Constraint
        || object instanceof Trigger
        || object instanceof Policy
        || object instanceof RewriteRule) {
      hosts.add(Ref.to(object.scope()));
      if (object instanceof Constraint) {
        addColumns(schema, object, object.scope(), hosts);
      } else if (object instanceof Trigger trigger && trigger.parent() != 0) {
        hosts.add(Ref.to(trigger.parent()));
      }
    } else if (object instanceof ColumnDefault value) {
      hosts.add(Ref.to(value.scope()));
      hosts.add(new Ref(value.scope(), value.column()));
    } else if (object instanceof Sequence sequence && sequence.owner().oid() != 0) {
      hosts.add(Ref.to(sequence.owner().oid()));
      hosts.add(sequence.owner());
    } else if (object instanceof Table table && table.isPartition()) {
      table.parents().forEach(parent -> hosts.add(Ref.to(parent)));
    } else if (object instanceof Statistics statistics) {
      hosts.add(Ref.to(statistics.table()));
      addColumns(schema, object, statistics.table(), hosts);
    }
    hosts.addAll(makers(schema, object));
    return hosts;
  }

  /** What makes an object with itself: a range its multirange, an extension its tables. */
  static List<Ref> makers(Schema schema, CatalogObject object) {
    if (!(object instanceof Table || object instanceof UserType.Base)) {
      return List.of();
    }
    return schema.needs(object.oid()).stream()
        .filter(need -> need.type() == Dependency.Type.INTERNAL)
        .map(Dependency::referenced)
        .toList();
  }

  private static void addColumns(Schema schema, CatalogObject object, int table, List<Ref> hosts) {
    for (Ref need : Needs.of(schema, object)) {
      if (need.oid() == table && need.column() != 0) {
        hosts.add(need);
      }
    }
  }

  /** Whether an object lives as long as the session, alone or with what it belongs to. */
  static boolean isTemporary(Schema schema, CatalogObject object) {
    return object.scope() == Schema.PG_TEMP
        || schema.get(object.scope()).filter(o -> o.scope() == Schema.PG_TEMP).isPresent();
  }

  /** Whether an object goes along with another, be it by way of a third. */
  static boolean belongs(Schema schema, CatalogObject object, int owner) {
    for (Ref host : hosts(schema, object)) {
      if (host.oid() == owner) {
        return true;
      }
      if (schema.get(host.oid()).filter(o -> belongs(schema, o, owner)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
