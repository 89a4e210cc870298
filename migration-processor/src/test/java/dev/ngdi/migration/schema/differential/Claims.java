package dev.ngdi.migration.schema.differential;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a schema that began in the middle says of what is there, held against a server. */
final class Claims {
  private static final int NAMED_NOT_NULL = 18;

  private final Schema schema;
  private final Map<String, String> values = new HashMap<>();
  private final Set<String> subjects = new HashSet<>();
  private final List<String> wrong = new ArrayList<>();

  private Claims(Schema schema, List<Entry> real) {
    this.schema = schema;
    for (Entry entry : real) {
      subjects.add(entry.subject());
      values.put(entry.key(), entry.value());
    }
  }

  /** What of it is not so. */
  static Optional<Failure> check(Schema schema, List<Entry> real) {
    Claims claims = new Claims(schema, real);
    schema.objects().stream()
        .filter(object -> !schema.unsure(object) || object instanceof Relation)
        .forEach(claims::check);
    return claims.wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Failure(
                "false claim " + claims.wrong.get(0).replaceAll(" .*", ""),
                String.join("\n", claims.wrong)));
  }

  private void check(CatalogObject object) {
    if (object instanceof Relation relation) {
      check(relation);
    } else if (object instanceof Index index) {
      schema
          .get(index.table(), Table.class)
          .filter(table -> !table.complete())
          .ifPresent(table -> there("index " + place(index.scope()) + "." + table.name(), index));
    } else if (object instanceof Sequence sequence) {
      there("sequence " + place(sequence.scope()), sequence);
    } else if (object instanceof Constraint constraint) {
      boolean seen = constraint.type() != Kind.NOT_NULL || schema.postgres() >= NAMED_NOT_NULL;
      boolean ofUnseen =
          schema.get(constraint.scope(), Table.class).filter(t -> !t.complete()).isPresent();
      if (seen && ofUnseen) {
        member("constraint", constraint);
      }
    } else if ((object instanceof Trigger trigger && trigger.parent() == 0)
        || object instanceof Policy
        || object instanceof RewriteRule) {
      member(object.kind().toLowerCase(java.util.Locale.ROOT), object);
    }
  }

  private void member(String kind, CatalogObject object) {
    schema
        .get(object.scope(), Relation.class)
        .ifPresent(r -> there(kind + " " + place(r.scope()) + "." + r.name(), object));
  }

  private String place(int scope) {
    return schema.get(scope, Namespace.class).map(Namespace::name).orElse("");
  }

  private void there(String where, CatalogObject object) {
    String subject = where + "." + object.name();
    if (!subjects.contains(subject)) {
      wrong.add(subject + " is not there");
    }
  }

  private void check(Relation relation) {
    boolean sure = relation.complete() && !schema.unsure(relation);
    String place = place(relation.scope());
    if (!schema.unsure(relation.oid())) {
      there("relation " + place, relation);
    }
    for (Column column : relation.columns()) {
      check(relation, column, "column " + place + "." + relation.name() + "." + column.name());
    }
    if (sure) {
      Set<String> known = relation.columns().stream().map(Column::name).collect(Collectors.toSet());
      String start = "column " + place + "." + relation.name() + ".";
      subjects.stream()
          .filter(s -> s.startsWith(start) && !known.contains(s.substring(start.length())))
          .forEach(s -> wrong.add(s + " is not known"));
    }
  }

  private void check(Relation relation, Column column, String subject) {
    if (schema.unsure(relation.oid())
        || schema.unsureOfColumn(new Ref(relation.oid(), column.number()))) {
      return;
    }
    if (!subjects.contains(subject)) {
      wrong.add(subject + " is not there");
      return;
    }
    boolean known = column.type().known() && column.type().oid() == 0;
    if (known && relation instanceof Table) {
      same(subject + ": type", Rendering.type(schema, column.type()));
      if (column.notNull()) {
        same(subject + ": not null", "true");
      }
    }
  }

  private void same(String key, String claimed) {
    String real = values.getOrDefault(key, "");
    boolean ofUser = real.contains(".");
    if (!ofUser && !real.equals(claimed)) {
      wrong.add(key + " is " + real + " and not " + claimed);
    }
  }
}
