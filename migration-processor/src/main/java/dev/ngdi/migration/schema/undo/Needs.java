package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an object needs: what it says itself and what the schema's dependencies say of it. The
 * sequence of a column needs nothing of its column here, because it is made before.
 */
final class Needs {
  private final int oid;
  private final Set<Ref> found = new LinkedHashSet<>();

  private Needs(int oid) {
    this.oid = oid;
  }

  static Set<Ref> of(Schema schema, CatalogObject object) {
    Needs needs = new Needs(object.oid());
    needs.add(object.scope());
    needs.addParts(object);
    boolean sequence = object instanceof Sequence;
    for (Dependency dependency : schema.needs(object.oid())) {
      if (!sequence || dependency.type() == Dependency.Type.NORMAL) {
        needs.add(dependency.referenced());
      }
    }
    return needs.found;
  }

  /** What one column of a table needs, its default left out. */
  static Set<Ref> ofColumn(Schema schema, Table table, Column column) {
    Needs needs = new Needs(table.oid());
    needs.add(column.type());
    for (Dependency dependency : schema.needs(table.oid())) {
      if (dependency.dependent().column() == column.number()) {
        needs.add(dependency.referenced());
      }
    }
    return needs.found;
  }

  private void addParts(CatalogObject object) {
    if (object instanceof Table table) {
      table.columns().forEach(column -> add(column.type()));
      table.parents().forEach(this::add);
      add(table.ofType());
      table.partitionBy().ifPresent(by -> addKey(table.oid(), by.key()));
    } else if (object instanceof View view) {
      add(Optional.of(view.query()));
    } else if (object instanceof Index index) {
      add(index.table());
      addKey(index.table(), index.parts());
      index.include().forEach(column -> add(new Ref(index.table(), column)));
      add(index.predicate());
    } else if (object instanceof Statistics statistics) {
      add(statistics.table());
      addKey(statistics.table(), statistics.parts());
    } else if (object instanceof Constraint constraint) {
      addParts(constraint);
    } else if (object instanceof ColumnDefault value) {
      add(new Ref(value.scope(), value.column()));
      add(Optional.of(value.expression()));
    } else if (object instanceof UserType type) {
      addParts(type);
    } else if (object instanceof Routine routine) {
      routine.arguments().forEach(argument -> add(argument.type()));
      routine.arguments().forEach(argument -> add(argument.defaultValue()));
      routine.returns().ifPresent(this::add);
      add(routine.atomic());
    } else if (object instanceof Extension extension) {
      add(extension.namespace());
    } else {
      addRest(object);
    }
  }

  private void addRest(CatalogObject object) {
    if (object instanceof Trigger trigger) {
      add(trigger.function());
      trigger.ofColumns().forEach(column -> add(new Ref(trigger.scope(), column)));
      add(trigger.when());
    } else if (object instanceof Policy policy) {
      add(policy.using());
      add(policy.withCheck());
    } else if (object instanceof RewriteRule rule) {
      add(Optional.of(rule.action()));
    }
  }

  private void addParts(Constraint constraint) {
    constraint.columns().forEach(column -> add(new Ref(constraint.scope(), column)));
    add(constraint.expression());
    if (constraint.references().isPresent()) {
      Constraint.Reference reference = constraint.references().get();
      add(reference.table());
      add(reference.index());
      reference.columns().forEach(column -> add(new Ref(reference.table(), column)));
    }
  }

  private void addParts(UserType type) {
    if (type instanceof UserType.Composite composite) {
      composite.attributes().forEach(attribute -> add(attribute.type()));
    } else if (type instanceof UserType.Domain domain) {
      add(domain.base());
      add(domain.defaultValue());
    } else if (type instanceof UserType.Range range) {
      add(range.subtype());
    }
  }

  private void addKey(int relation, List<Index.Part> parts) {
    for (Index.Part part : parts) {
      if (part.column() != 0) {
        add(new Ref(relation, part.column()));
      }
      add(part.expression());
    }
  }

  private void add(TypeRef type) {
    add(type.oid());
  }

  private void add(int needed) {
    add(Ref.to(needed));
  }

  private void add(Ref needed) {
    if (needed.oid() != 0 && needed.oid() != oid) {
      found.add(needed);
    }
  }

  private void add(Optional<Bound> bound) {
    bound.map(Bound::names).stream()
        .flatMap(Collection::stream)
        .forEach(name -> add(name.target()));
  }
}
