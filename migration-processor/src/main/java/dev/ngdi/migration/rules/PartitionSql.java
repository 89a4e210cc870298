package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rules on partitions have in common. */
final class PartitionSql {
  private static final Pattern RANGE =
      Pattern.compile(
          "FOR\\s+VALUES\\s+FROM\\s*\\((.*)\\)\\s*TO\\s*\\((.*)\\)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern VALUES =
      Pattern.compile(
          "FOR\\s+VALUES\\s+IN\\s*\\((.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern VALUE = Pattern.compile("'(?:[^']++|'')*+'|[^\\s,][^,]*");

  private PartitionSql() {}

  /** The partition that takes what no other one does. */
  static Optional<Table> defaultOf(Schema schema, Table parent) {
    return schema.children(parent.oid()).stream()
        .filter(child -> child.bound().filter(PartitionSql::isDefault).isPresent())
        .findFirst();
  }

  static boolean isDefault(String bound) {
    return bound.strip().equalsIgnoreCase("DEFAULT");
  }

  /** The condition that makes sure that rows belong to a partition, where it can be written. */
  static Optional<String> inside(Table parent, String bound) {
    return key(parent).flatMap(key -> inside(key, bound));
  }

  private static Optional<String> inside(String key, String bound) {
    Matcher range = RANGE.matcher(bound);
    Matcher values = VALUES.matcher(bound);
    if (range.matches()) {
      List<String> parts = new ArrayList<>();
      parts.add(key + " IS NOT NULL");
      limit(range.group(1)).ifPresent(from -> parts.add(key + " >= " + from));
      limit(range.group(2)).ifPresent(to -> parts.add(key + " < " + to));
      return Optional.of(String.join(" AND ", parts));
    }
    return values.matches() && !values.group(1).toUpperCase(Locale.ROOT).contains("NULL")
        ? Optional.of(key + " IS NOT NULL AND " + key + " IN (" + values.group(1) + ")")
        : Optional.empty();
  }

  /** The condition that makes sure that no row belongs to a partition. */
  static Optional<String> outside(Table parent, String bound) {
    return key(parent).flatMap(key -> outside(key, bound));
  }

  private static Optional<String> outside(String key, String bound) {
    Matcher range = RANGE.matcher(bound);
    Matcher values = VALUES.matcher(bound);
    List<String> parts = new ArrayList<>();
    if (range.matches()) {
      limit(range.group(1)).ifPresent(from -> parts.add(key + " < " + from));
      limit(range.group(2)).ifPresent(to -> parts.add(key + " >= " + to));
    } else if (values.matches()) {
      VALUE.matcher(values.group(1)).results().forEach(v -> parts.add(key + " <> " + v.group()));
    }
    return parts.isEmpty() || parts.stream().anyMatch(part -> part.matches("(?i).*<> NULL"))
        ? Optional.empty()
        : Optional.of(String.join(range.matches() ? " OR " : " AND ", parts));
  }

  private static Optional<String> limit(String value) {
    boolean none = value.strip().matches("(?i)MINVALUE|MAXVALUE");
    return none ? Optional.empty() : Optional.of(value.strip());
  }

  /** The column that a table is partitioned by, where it is one. */
  private static Optional<String> key(Table parent) {
    return parent
        .partitionBy()
        .map(Table.Partitioning::key)
        .filter(key -> key.size() == 1)
        .flatMap(key -> parent.column(key.get(0).column()))
        .map(column -> Identifiers.quote(column.name()));
  }

  /** The name of the check on what rows a partition has. */
  static String checkName(String partition) {
    return Identifiers.quote(partition + "_bound_check");
  }
}
