package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.PartialName;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.schema.replay.CatalogueQuery.Candidate;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The system catalogue as rows, for queries of it: what is known, and a row with fields that are
 * not known for all that there may be besides.
 */
final class Catalogue {
  private static final String ANY = String.valueOf(Datum.ANYTHING);

  private final Schema schema;
  private final List<Candidate> rows = new ArrayList<>();

  private Catalogue(Schema schema) {
    this.schema = schema;
  }

  /** The rows of a system table or view; empty where it is none, or none that is known. */
  static Optional<List<Candidate>> rows(Schema schema, QualifiedName name) {
    Catalogue catalogue = new Catalogue(schema);
    boolean standard = name.schema().filter("information_schema"::equals).isPresent();
    boolean own = name.schema().map("pg_catalog"::equals).orElse(name.name().startsWith("pg_"));
    if (!standard && !own) {
      return Optional.empty();
    }
    boolean known = standard ? catalogue.standard(name.name()) : catalogue.relations(name.name());
    return known ? Optional.of(catalogue.rows) : Optional.empty();
  }

  // ---- information_schema

  private boolean standard(String name) {
    switch (name) {
      case "schemata" -> {
        all(Namespace.class, "schema_name", n -> Map.of("oid", Datum.oid(n.oid())));
        SystemRows.schemas(rows, "schema_name");
        return true;
      }
      case "tables" -> {
        all(
            Relation.class,
            "table_name",
            r ->
                isMaterialized(r)
                    ? Map.of()
                    : with(place("table_schema", r), "table_type", kind(r)));
        systemRelations("table_schema", "table_name");
        return true;
      }
      case "views" -> {
        all(View.class, "table_name", v -> isMaterialized(v) ? Map.of() : place("table_schema", v));
        systemRelations("table_schema", "table_name");
        return true;
      }
      case "sequences" -> {
        all(Sequence.class, "sequence_name", s -> place("sequence_schema", s));
        return true;
      }
      case "columns" -> {
        CatalogueColumns.standard(schema, rows);
        systemRelations("table_schema", "table_name");
        return true;
      }
      case "table_constraints", "key_column_usage", "constraint_column_usage" -> {
        new CatalogueConstraints(schema, rows).standard(name);
        more(Constraint.class, "constraint_name");
        return true;
      }
      case "triggers" -> {
        all(
            Trigger.class,
            "trigger_name",
            t -> ofTable(t, "event_object_schema", "event_object_table"));
        return true;
      }
      case "routines" -> {
        all(Routine.class, "routine_name", r -> place("routine_schema", r));
        SystemRows.one(rows, Map.of("routine_schema", text("pg_catalog")));
        ofExtensions();
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  private static Datum kind(Relation relation) {
    boolean foreign = relation instanceof Table table && !table.server().isEmpty();
    return text(relation instanceof View ? "VIEW" : foreign ? "FOREIGN" : "BASE TABLE");
  }

  // ---- pg_catalog

  private boolean relations(String name) {
    switch (name) {
      case "pg_namespace" -> {
        all(Namespace.class, "nspname", n -> Map.of("oid", Datum.oid(n.oid())));
        SystemRows.schemas(rows, "nspname");
        return true;
      }
      case "pg_class" -> {
        all(CatalogObject.class, "relname", this::ofClass);
        more(Relation.class, "relname");
        SystemRows.relations(schema, rows);
        return true;
      }
      case "pg_tables" -> {
        all(Table.class, "tablename", t -> place("schemaname", t));
        systemRelations("schemaname", "tablename");
        return true;
      }
      case "pg_views" -> {
        all(View.class, "viewname", v -> isMaterialized(v) ? Map.of() : place("schemaname", v));
        systemRelations("schemaname", "viewname");
        return true;
      }
      case "pg_matviews" -> {
        all(View.class, "matviewname", v -> isMaterialized(v) ? place("schemaname", v) : Map.of());
        return true;
      }
      case "pg_sequences" -> {
        all(Sequence.class, "sequencename", s -> place("schemaname", s));
        return true;
      }
      case "pg_indexes" -> {
        all(
            Index.class,
            "indexname",
            i -> with(place("schemaname", i), "tablename", nameOf(i.table())));
        SystemRows.one(rows, Map.of("schemaname", text("pg_catalog")));
        return true;
      }
      default -> {
        return members(name);
      }
    }
  }

  private boolean members(String name) {
    switch (name) {
      case "pg_index" -> {
        all(Index.class, "", this::index);
        SystemRows.one(rows, Map.of("indrelid", SystemRows.OID, "indexrelid", SystemRows.OID));
        return true;
      }
      case "pg_attribute" -> {
        CatalogueColumns.own(schema, rows);
        more(Relation.class, "");
        SystemRows.one(rows, Map.of("attrelid", SystemRows.OID));
        return true;
      }
      case "pg_constraint" -> {
        new CatalogueConstraints(schema, rows).own();
        more(Constraint.class, "conname");
        SystemRows.constraints(rows);
        return true;
      }
      case "pg_trigger" -> {
        all(
            Trigger.class,
            "tgname",
            t -> Map.of("tgrelid", Datum.oid(t.scope()), "tgisinternal", Datum.of(false)));
        SystemRows.one(rows, Map.of("tgisinternal", Datum.of(true)));
        return true;
      }
      case "pg_policy" -> {
        all(Policy.class, "polname", p -> Map.of("polrelid", Datum.oid(p.scope())));
        return true;
      }
      case "pg_policies" -> {
        all(Policy.class, "policyname", p -> ofTable(p, "schemaname", "tablename"));
        return true;
      }
      case "pg_type" -> {
        all(
            UserType.class,
            "typname",
            t -> Map.of("oid", Datum.oid(t.oid()), "typnamespace", Datum.oid(t.scope())));
        SystemRows.types(rows);
        ofExtensions();
        return true;
      }
      case "pg_enum" -> {
        schema.all(UserType.Enumeration.class).forEach(this::values);
        more(UserType.class, "");
        return true;
      }
      case "pg_proc" -> {
        all(
            Routine.class,
            "proname",
            r -> Map.of("oid", Datum.oid(r.oid()), "pronamespace", Datum.oid(r.scope())));
        SystemRows.one(rows, Map.of("pronamespace", Datum.oid(Schema.PG_CATALOG)));
        ofExtensions();
        return true;
      }
      case "pg_inherits" -> {
        schema.all(Table.class).forEach(this::parents);
        more(Relation.class, "");
        return true;
      }
      case "pg_extension" -> {
        all(Extension.class, "extname", e -> Map.of("oid", Datum.oid(e.oid())));
        SystemRows.one(rows, Map.of("extname", text("plpgsql")));
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  private Map<String, Datum> ofClass(CatalogObject object) {
    String kind = object instanceof UserType.Composite ? "c" : "";
    if (object instanceof Table table) {
      kind = !table.server().isEmpty() ? "f" : table.partitionBy().isPresent() ? "p" : "r";
    } else if (object instanceof View view) {
      kind = view.materialized() ? "m" : "v";
    } else if (object instanceof Index index) {
      boolean partitioned =
          schema.get(index.table(), Table.class).flatMap(Table::partitionBy).isPresent();
      kind = partitioned ? "I" : "i";
    } else if (object instanceof Sequence) {
      kind = "S";
    }
    return kind.isEmpty()
        ? Map.of()
        : Map.of(
            "oid", Datum.oid(object.oid()),
            "relnamespace", Datum.oid(object.scope()),
            "relkind", text(kind));
  }

  private Map<String, Datum> index(Index index) {
    return Map.of(
        "indexrelid", Datum.oid(index.oid()),
        "indrelid", Datum.oid(index.table()),
        "indisunique", Datum.of(index.unique()));
  }

  private void values(UserType.Enumeration type) {
    for (String value : type.values()) {
      Map<String, Datum> fields =
          Map.of("enumtypid", Datum.oid(type.oid()), "enumlabel", text(value));
      rows.add(new Candidate(new Datum.Row(fields), !schema.unsure(type)));
    }
  }

  private void parents(Table table) {
    for (int parent : table.parents()) {
      Map<String, Datum> fields =
          Map.of("inhrelid", Datum.oid(table.oid()), "inhparent", Datum.oid(parent));
      rows.add(new Candidate(new Datum.Row(fields), !schema.unsure(table)));
    }
  }

  // ---- rows

  /**
   * A row for each object of a class.
   *
   * @param name the column of its name; empty for none
   * @param fields the others; none where it has no row
   */
  private <T extends CatalogObject> void all(
      Class<T> kind, String name, Function<T, Map<String, Datum>> fields) {
    for (T object : schema.all(kind)) {
      Map<String, Datum> others = fields.apply(object);
      boolean temporary = object.scope() == Schema.PG_TEMP;
      if (!others.isEmpty()) {
        Map<String, Datum> all = new HashMap<>(others);
        all.put(name, text(object.name()));
        rows.add(new Candidate(new Datum.Row(all), !schema.unsure(object) && !temporary));
      }
    }
    more(kind, name);
  }

  /** Rows for what there may be besides. */
  private void more(Class<? extends CatalogObject> kind, String name) {
    if (schema.open() || Extensions.anyUnknown(schema)) {
      SystemRows.one(rows, Map.of("oid", SystemRows.OID));
    }
    for (PartialName names : schema.unsureNames(kind)) {
      Datum called = text(String.join(ANY, names.pieces()));
      SystemRows.one(rows, Map.of("oid", SystemRows.OID, name, called));
    }
  }

  private void ofExtensions() {
    if (!schema.all(Extension.class).isEmpty()) {
      SystemRows.one(rows, Map.of());
    }
  }

  private void systemRelations(String scope, String name) {
    SystemRows.relations(schema, rows, scope, name);
  }

  private Map<String, Datum> place(String field, CatalogObject object) {
    return Map.of(field, nameOf(object.scope()));
  }

  private Map<String, Datum> ofTable(CatalogObject member, String scope, String table) {
    return schema
        .get(member.scope())
        .map(owner -> Map.of(scope, nameOf(owner.scope()), table, text(owner.name())))
        .orElse(Map.of(scope, Datum.Unknown.VALUE));
  }

  private Datum nameOf(int oid) {
    return schema.get(oid).<Datum>map(object -> text(object.name())).orElse(Datum.Unknown.VALUE);
  }

  private static Map<String, Datum> with(Map<String, Datum> fields, String name, Datum value) {
    Map<String, Datum> all = new HashMap<>(fields);
    all.put(name, value);
    return all;
  }

  private static boolean isMaterialized(Relation relation) {
    return relation instanceof View view && view.materialized();
  }

  static Datum text(String text) {
    return new Datum.Text(text);
  }
}
