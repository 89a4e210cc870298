package dev.ngdi.migration.schema;

import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names, types and expressions as SQL, under the names that a schema has for them now. */
public final class Rendering {
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("int2", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("bpchar", "character"),
          Map.entry("varbit", "bit varying"),
          Map.entry("bit", "bit"),
          Map.entry("numeric", "numeric"),
          Map.entry("json", "json"),
          Map.entry("char", "\"char\""));
  private static final Map<String, String> WITH_ZONE =
      Map.of(
          "timestamp", " without time zone",
          "timestamptz", " with time zone",
          "time", " without time zone",
          "timetz", " with time zone");

  private Rendering() {}

  /** The name of an object, with its schema where the search path does not find it without. */
  public static String name(Schema schema, int oid) {
    Optional<CatalogObject> object = schema.get(oid);
    if (object.isEmpty()) {
      return "…";
    }
    String own = Identifiers.quote(object.get().name());
    int scope = object.get().scope();
    boolean inSchema = schema.get(scope, Namespace.class).isPresent();
    boolean visible = !inSchema || (schema.path().contains(scope) && !hidden(schema, object.get()));
    return visible ? own : name(schema, scope) + "." + own;
  }

  /** Whether a name alone means something else that is found before. */
  private static boolean hidden(Schema schema, CatalogObject object) {
    QualifiedName name = QualifiedName.of(object.name());
    boolean relation =
        object instanceof Relation || object instanceof Sequence || object instanceof Index;
    Optional<? extends CatalogObject> found =
        relation
            ? schema.inRelations(name).found()
            : object instanceof UserType ? schema.typeOrRows(name) : Optional.of(object);
    return found.filter(other -> other.oid() != object.oid()).isPresent();
  }

  /** A type as PostgreSQL's {@code format_type} writes it. */
  public static String type(Schema schema, TypeRef type) {
    if (!type.known()) {
      return "…";
    }
    String array = "[]".repeat(type.dimensions());
    String modifiers =
        type.modifiers().isEmpty() ? "" : "(" + String.join(",", type.modifiers()) + ")";
    if (type.builtin().isEmpty()) {
      return name(schema, type.oid()) + modifiers + array;
    }
    String zone = WITH_ZONE.get(type.builtin());
    if (zone != null) {
      String base = type.builtin().startsWith("timestamp") ? "timestamp" : "time";
      return base + modifiers + zone + array;
    }
    if (type.builtin().equals("interval")) {
      String fields = type.fields().isEmpty() ? "" : " " + type.fields();
      return "interval" + fields + modifiers + array;
    }
    String spelling = SPELLINGS.getOrDefault(type.builtin(), type.builtin());
    return spelling + modifiers + array;
  }

  /** The name of a type that PostgreSQL brings, without length and dimensions. */
  public static String typeName(TypeRef type) {
    String zone = WITH_ZONE.get(type.builtin());
    if (zone == null) {
      return SPELLINGS.getOrDefault(type.builtin(), type.builtin());
    }
    return (type.builtin().startsWith("timestamp") ? "timestamp" : "time") + zone;
  }

  /** An expression or a query under the present names. */
  public static String sql(Schema schema, Bound bound) {
    StringBuilder sql = new StringBuilder();
    int copied = 0;
    for (Bound.Name name : bound.names()) {
      sql.append(bound.sql(), copied, name.start()).append(name(schema, bound, name));
      copied = name.end();
    }
    return sql.append(bound.sql().substring(copied)).toString();
  }

  private static String name(Schema schema, Bound bound, Bound.Name name) {
    String written = bound.sql().substring(name.start(), name.end());
    Ref target = name.target();
    return switch (name.form()) {
      case COLUMN ->
          schema
              .get(target.oid())
              .flatMap(object -> columnName(object, target.column()))
              .map(Identifiers::quote)
              .orElse(written);
      case RESULT ->
          schema
              .get(target.oid())
              .flatMap(object -> columnName(object, target.column()))
              .map(now -> result(written, now))
              .orElse(written);
      case OBJECT -> schema.get(target.oid()).map(o -> name(schema, o.oid())).orElse(written);
      case QUALIFIER ->
          schema.get(target.oid()).map(o -> Identifiers.quote(o.name())).orElse(written);
      case LITERAL ->
          schema
              .get(target.oid())
              .map(o -> "'" + name(schema, o.oid()).replace("'", "''") + "'")
              .orElse(written);
    };
  }

  private static String result(String written, String now) {
    String before =
        written.startsWith("\"")
            ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
            : written.toLowerCase(Locale.ROOT);
    String column = Identifiers.quote(now);
    return before.equals(now) ? column : column + " AS " + Identifiers.quote(before);
  }

  private static Optional<String> columnName(CatalogObject object, int number) {
    if (object instanceof Relation relation) {
      return relation.column(number).map(Column::name);
    }
    return object instanceof UserType.Composite composite
        ? composite.attributes().stream()
            .filter(attribute -> attribute.number() == number)
            .map(Column::name)
            .findFirst()
        : Optional.empty();
  }
}
