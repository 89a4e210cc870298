package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TokenText;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Pieces of SQL under the names of one schema. */
final class Written {
  private static final Set<String> WORDS_OF_WIDE_EXPRESSIONS =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "is",
          "isnull",
          "notnull",
          "between",
          "like",
          "ilike",
          "similar",
          "at",
          "collate",
          "overlaps",
          "any",
          "all",
          "some");

  private Written() {}

  static String quoted(String constant) {
    return "'" + constant.replace("'", "''") + "'";
  }

  static String name(Schema schema, int oid) {
    return Rendering.name(schema, oid);
  }

  static String own(CatalogObject object) {
    return Identifiers.quote(object.name());
  }

  static String column(Schema schema, int relation, int number) {
    return schema
        .get(relation, Relation.class)
        .flatMap(r -> r.column(number))
        .map(Column::name)
        .or(() -> attribute(schema, relation, number))
        .map(Identifiers::quote)
        .orElse("…");
  }

  private static Optional<String> attribute(Schema schema, int type, int number) {
    return schema
        .get(type, UserType.Composite.class)
        .flatMap(c -> c.attributes().stream().filter(a -> a.number() == number).findFirst())
        .map(Column::name);
  }

  static String columns(Schema schema, int relation, Collection<Integer> numbers) {
    return numbers.stream().map(n -> column(schema, relation, n)).collect(Collectors.joining(", "));
  }

  static String type(Schema schema, TypeRef type, String collation) {
    String suffix = collation.isEmpty() ? "" : " COLLATE " + collation;
    return Rendering.type(schema, type) + suffix;
  }

  static String sql(Schema schema, Bound bound) {
    return Rendering.sql(schema, bound).strip();
  }

  /** An expression where the grammar takes only a narrow one. */
  static String narrow(Schema schema, Bound bound) {
    String sql = sql(schema, bound);
    boolean wide =
        TokenText.of(sql).outermost().stream().anyMatch(WORDS_OF_WIDE_EXPRESSIONS::contains);
    return wide ? "(" + sql + ")" : sql;
  }

  /** The settings below a prefix, without it. */
  static SortedMap<String, String> below(Settings settings, String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    settings
        .values()
        .forEach(
            (name, value) -> {
              if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
              }
            });
    return found;
  }

  /** {@code WITH (…)} for the options among the settings; empty without any. */
  static String with(Settings settings) {
    Map<String, String> options = below(settings, "option.");
    return options.isEmpty() ? "" : " WITH (" + options(options) + ")";
  }

  static String options(Map<String, String> options) {
    return options.entrySet().stream()
        .map(o -> o.getValue().isEmpty() ? o.getKey() : o.getKey() + " = " + o.getValue())
        .collect(Collectors.joining(", "));
  }
}
