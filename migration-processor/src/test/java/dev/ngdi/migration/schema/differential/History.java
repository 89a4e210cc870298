package dev.ngdi.migration.schema.differential;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What no statement makes at once: columns that come from a parent table after the table's own,
 * also in statistics, and an index that stays invalid though it lacks no partition. It is read from
 * the replayed schema itself.
 */
final class History {
  private static final Pattern STATISTICS =
      Pattern.compile("(.* ON )(.*) FROM (\\S+)", Pattern.DOTALL);

  private History() {}

  /** A catalogue's facts, those of places as the replay has them. */
  static List<Entry> asReplayed(List<Entry> entries, Schema schema) {
    Map<String, Table> heirs =
        schema.all(Table.class).stream()
            .filter(table -> !table.parents().isEmpty())
            .collect(Collectors.toMap(table -> key(schema, table), table -> table));
    return entries.stream()
        .map(
            entry ->
                entry.kind().equals("column") && entry.property().equals("position")
                    ? placed(entry, heirs)
                    : entry.kind().equals("statistics") && entry.property().equals("definition")
                        ? ordered(entry, heirs)
                        : entry.kind().equals("index") && entry.property().equals("valid")
                            ? judged(entry, schema)
                            : entry.kind().equals("constraint")
                                    && entry.property().equals("inherited")
                                ? descended(entry, schema)
                                : entry)
        .toList();
  }

  private static Entry descended(Entry entry, Schema schema) {
    return schema.constraints(entry.name()).stream()
        .filter(
            c ->
                schema
                    .get(c.scope(), Table.class)
                    .filter(t -> t.name().equals(entry.on()))
                    .filter(t -> scope(schema, t.scope()).equals(entry.schema()))
                    .isPresent())
        .filter(c -> c.type() == Kind.CHECK || c.type() == Kind.NOT_NULL)
        .findFirst()
        .map(c -> with(entry, c.inherited() + " " + c.local()))
        .orElse(entry);
  }

  private static Entry judged(Entry entry, Schema schema) {
    return schema.all(Index.class).stream()
        .filter(index -> index.name().equals(entry.name()))
        .filter(index -> scope(schema, index.scope()).equals(entry.schema()))
        .findFirst()
        .map(index -> with(entry, String.valueOf(index.valid())))
        .orElse(entry);
  }

  /** Statistics have the columns in the order in which the table has them. */
  private static Entry ordered(Entry entry, Map<String, Table> heirs) {
    Matcher definition = STATISTICS.matcher(entry.value());
    if (!definition.matches() || !heirs.containsKey(definition.group(3))) {
      return entry;
    }
    List<String> names =
        heirs.get(definition.group(3)).columns().stream().map(Column::name).toList();
    List<String> parts = new ArrayList<>(List.of(definition.group(2).split(", ")));
    List<String> columns = parts.stream().filter(part -> names.contains(name(part))).toList();
    parts.removeAll(columns);
    List<String> all =
        columns.stream()
            .sorted(Comparator.comparingInt(part -> names.indexOf(name(part))))
            .collect(Collectors.toCollection(ArrayList::new));
    all.addAll(parts);
    String value = definition.group(1) + String.join(", ", all) + " FROM " + definition.group(3);
    return with(entry, value);
  }

  private static String name(String part) {
    return part.replaceAll("^\"|\"$", "");
  }

  private static Entry with(Entry entry, String value) {
    return new Entry(
        entry.kind(), entry.schema(), entry.on(), entry.name(), entry.property(), value);
  }

  private static String scope(Schema schema, int oid) {
    return schema.get(oid, Namespace.class).map(Namespace::name).orElse("");
  }

  private static String key(Schema schema, Table table) {
    return scope(schema, table.scope()) + "." + table.name();
  }

  private static Entry placed(Entry entry, Map<String, Table> heirs) {
    Table table = heirs.get(entry.schema() + "." + entry.on());
    if (table == null) {
      return entry;
    }
    List<String> names = table.columns().stream().map(Column::name).toList();
    return with(entry, String.valueOf(names.indexOf(entry.name()) + 1));
  }
}
