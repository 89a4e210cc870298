package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Trigger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Describes what belongs to a table: indexes, constraints, triggers, policies, rules. */
final class DescribingMembers {
  private DescribingMembers() {}

  static void add(Schema schema, Index index, SortedMap<String, Property> properties) {
    put(properties, "table", Written.name(schema, index.table()));
    put(properties, "unique", index.unique() ? "UNIQUE" : "");
    put(properties, "method", index.method().equals("btree") ? "" : index.method());
    String key = IndexDdl.key(schema, index.table(), index.parts());
    properties.put("columns", Property.expression("(" + key + ")"));
    put(properties, "include", Written.columns(schema, index.table(), index.include()));
    index
        .predicate()
        .ifPresent(p -> properties.put("where", Property.expression(Written.sql(schema, p))));
    put(properties, "nulls", index.nullsNotDistinct() ? "NULLS NOT DISTINCT" : "");
    put(properties, "valid", index.valid() ? "" : "not valid");
    if (index.parent() != 0) {
      put(properties, "part of", Written.name(schema, index.parent()));
    }
    SortedMap<String, String> settings = new TreeMap<>(index.settings().values());
    settings.keySet().removeIf(name -> name.startsWith(Index.COLUMN_NAME));
    Describing.addSettings(settings, properties);
  }

  static void add(Schema schema, Constraint constraint, SortedMap<String, Property> properties) {
    Constraint usual = constraint.withState(Constraint.State.USUAL);
    properties.put("definition", Property.expression(ConstraintDdl.definition(schema, usual)));
    Constraint.State state = constraint.state();
    put(properties, "deferrable", state.deferrable() ? "DEFERRABLE" : "");
    put(properties, "deferred", state.initiallyDeferred() ? "INITIALLY DEFERRED" : "");
    put(properties, "enforced", state.enforced() ? "" : "NOT ENFORCED");
    put(properties, "validated", state.enforced() && !state.validated() ? "NOT VALID" : "");
    put(properties, "inherit", state.noInherit() ? "NO INHERIT" : "");
  }

  static void add(Schema schema, CatalogObject object, SortedMap<String, Property> properties) {
    if (object instanceof Trigger trigger) {
      List<String> made = MemberDdl.create(schema, trigger);
      properties.put("definition", Property.expression(made.get(0)));
      put(properties, "state", state(trigger.state()));
    } else if (object instanceof Policy policy) {
      put(properties, "kind", policy.permissive() ? "" : "RESTRICTIVE");
      put(properties, "command", policy.command().equals("ALL") ? "" : policy.command());
      put(properties, "roles", MemberDdl.roles(policy.roles()));
      policy
          .using()
          .ifPresent(u -> properties.put("using", Property.expression(Written.sql(schema, u))));
      policy
          .withCheck()
          .ifPresent(
              c -> properties.put("with check", Property.expression(Written.sql(schema, c))));
    } else if (object instanceof RewriteRule rule) {
      List<String> made = MemberDdl.create(schema, rule, false);
      properties.put("definition", Property.expression(made.get(0)));
      put(properties, "state", state(rule.state()));
    }
  }

  private static String state(char state) {
    return switch (state) {
      case 'D' -> "disabled";
      case 'R' -> "enabled for replicas";
      case 'A' -> "always enabled";
      default -> "";
    };
  }

  private static void put(SortedMap<String, Property> properties, String name, String text) {
    Describing.put(properties, name, text);
  }
}
