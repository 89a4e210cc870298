package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Privilege;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Describes objects one by one; the kinds with a family of their own are described there. */
final class Describing {
  /** What a {@code NOT NULL} is called where its author has said so. */
  static final String NOT_NULL_NAME = "name of `NOT NULL`";

  /** What PostgreSQL calls it: with an old name of the table or column too, which nobody minds. */
  private static final Pattern CHOSEN = Pattern.compile(".*_not_null\\d*");

  private Describing() {}

  /** An object and its columns; nothing of a default, which is its column's. */
  static List<Described> all(Schema schema, CatalogObject object) {
    if (object instanceof ColumnDefault) {
      return List.of();
    }
    List<Described> all = new ArrayList<>();
    all.add(object(schema, object));
    if (object instanceof Table table) {
      table.columns().forEach(column -> all.add(column(schema, table, column)));
    } else if (object instanceof View view) {
      view.columns().stream()
          .map(column -> viewColumn(schema, view, column))
          .filter(column -> !column.properties().isEmpty())
          .forEach(all::add);
    }
    return all;
  }

  private static Described object(Schema schema, CatalogObject object) {
    SortedMap<String, Property> properties = properties(schema, object);
    addAccess(schema, Ref.to(object.oid()), properties);
    String kind = object.kind().toLowerCase(Locale.ROOT);
    return new Described(Ref.to(object.oid()), kind, name(schema, object), properties);
  }

  static String name(Schema schema, CatalogObject object) {
    if (object instanceof Routine routine) {
      return RoutineDdl.signature(schema, routine);
    }
    return Kinds.isMember(object)
        ? Written.name(schema, object.scope()) + "." + Written.own(object)
        : Written.name(schema, object.oid());
  }

  private static SortedMap<String, Property> properties(Schema schema, CatalogObject object) {
    SortedMap<String, Property> properties = new TreeMap<>();
    if (object instanceof Table table) {
      addTable(schema, table, properties);
    } else if (object instanceof View view) {
      properties.put("query", Property.expression(Written.sql(schema, view.query())));
      put(properties, "columns", columns(view));
      addSettings(view.settings().values(), properties);
    } else if (object instanceof Index index) {
      DescribingMembers.add(schema, index, properties);
    } else if (object instanceof Constraint constraint) {
      DescribingMembers.add(schema, constraint, properties);
    } else if (object instanceof Sequence sequence) {
      addSettings(sequence.settings().values(), properties);
      if (sequence.owner().oid() != 0) {
        properties.put("owned by", Property.of(columnName(schema, sequence.owner())));
      }
    } else if (object instanceof UserType type) {
      DescribingTypes.add(schema, type, properties);
    } else if (object instanceof Routine routine) {
      DescribingTypes.add(schema, routine, properties);
    } else if (object instanceof Extension extension) {
      put(properties, "version", extension.version());
      schema
          .get(extension.namespace(), Namespace.class)
          .ifPresent(n -> put(properties, "schema", n.name()));
    } else if (object instanceof OtherObject other) {
      properties.put("definition", Property.expression(other.definition()));
    } else if (object instanceof Statistics statistics) {
      put(properties, "kinds", String.join(", ", statistics.kinds()));
      put(properties, "target", statistics.target());
      String columns =
          statistics.parts().stream()
              .map(part -> IndexDdl.key(schema, statistics.table(), List.of(part)))
              .sorted()
              .collect(Collectors.joining(", "));
      properties.put("columns", Property.expression(columns));
    } else {
      DescribingMembers.add(schema, object, properties);
    }
    return properties;
  }

  private static String columns(View view) {
    return view.complete()
        ? String.join(", ", view.columns().stream().map(Column::name).toList())
        : "";
  }

  static String columnName(Schema schema, Ref ref) {
    return Written.name(schema, ref.oid()) + "." + Written.column(schema, ref.oid(), ref.column());
  }

  private static void addTable(Schema schema, Table table, SortedMap<String, Property> properties) {
    if (table.persistence() != Table.Persistence.PERMANENT) {
      put(properties, "persistence", table.persistence().name());
    }
    table
        .partitionBy()
        .ifPresent(
            by ->
                properties.put(
                    "partition by",
                    Property.expression(
                        by.strategy() + " (" + IndexDdl.key(schema, table.oid(), by.key()) + ")")));
    table.bound().ifPresent(bound -> properties.put("partition", Property.expression(bound)));
    put(
        properties,
        "parents",
        String.join(", ", table.parents().stream().map(p -> Written.name(schema, p)).toList()));
    if (table.ofType() != 0) {
      put(properties, "of type", Written.name(schema, table.ofType()));
    }
    put(properties, "server", table.server());
    table
        .settings()
        .values()
        .forEach(
            (name, value) ->
                put(
                    properties,
                    setting(name),
                    Set.of("replica identity", "cluster on").contains(name)
                        ? TableDdl.indexName(schema, value).orElse(value)
                        : value));
  }

  private static Described column(Schema schema, Table table, Column column) {
    SortedMap<String, Property> properties = new TreeMap<>();
    put(properties, "type", Rendering.type(schema, column.type()));
    put(properties, "collation", column.collation());
    if (column.notNull()) {
      Optional<Constraint> constraint =
          ColumnDdl.notNullConstraint(schema, table.oid(), column.number());
      boolean valid = constraint.filter(c -> !ColumnDdl.standsWithColumn(c)).isEmpty();
      put(properties, "not null", valid ? "NOT NULL" : "NOT NULL NOT VALID");
      constraint
          .map(CatalogObject::name)
          .filter(name -> !CHOSEN.matcher(name).matches())
          .ifPresent(name -> put(properties, NOT_NULL_NAME, Identifiers.quote(name)));
    }
    schema
        .defaultOf(column)
        .map(value -> Written.sql(schema, value.expression()))
        .filter(sql -> !Likeness.isNull(sql))
        .ifPresent(sql -> properties.put("default", Property.expression(sql)));
    if (column.generated() != Column.Generated.NONE) {
      put(properties, "generated", column.generated().name());
    }
    if (column.identity() != Column.Identity.NONE) {
      put(properties, "identity", ColumnDdl.when(column.identity()));
    }
    addSettings(column.settings().values(), properties);
    return finish(schema, table.oid(), column, properties);
  }

  private static Described viewColumn(Schema schema, View view, Column column) {
    SortedMap<String, Property> properties = new TreeMap<>();
    schema
        .defaultOf(column)
        .ifPresent(
            value ->
                properties.put(
                    "default", Property.expression(Written.sql(schema, value.expression()))));
    return finish(schema, view.oid(), column, properties);
  }

  private static Described finish(
      Schema schema, int relation, Column column, SortedMap<String, Property> properties) {
    Ref ref = new Ref(relation, column.number());
    addAccess(schema, ref, properties);
    String name = Written.name(schema, relation) + "." + Identifiers.quote(column.name());
    return new Described(ref, "column", name, properties);
  }

  private static void addAccess(Schema schema, Ref ref, SortedMap<String, Property> properties) {
    schema.comment(ref).ifPresent(text -> put(properties, "comment", text));
    if (ref.column() == 0) {
      schema.owner(ref.oid()).ifPresent(role -> put(properties, "owner", role));
    }
    for (Privilege privilege : schema.privileges(ref)) {
      put(
          properties,
          "grant " + privilege.privilege() + " TO " + MemberDdl.role(privilege.role()),
          privilege.grantable() ? "with grant option" : "granted");
    }
  }

  static void addSettings(
      SortedMap<String, String> settings, SortedMap<String, Property> properties) {
    settings.forEach((name, value) -> put(properties, setting(name), value));
  }

  private static String setting(String name) {
    return name.startsWith("option.") ? name.substring("option.".length()) : name;
  }

  static void put(SortedMap<String, Property> properties, String name, String text) {
    if (!text.isEmpty()) {
      properties.put(name, Property.of(text));
    }
  }
}
