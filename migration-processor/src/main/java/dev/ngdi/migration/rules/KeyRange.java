package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import java.util.List;
import java.util.Optional;

/**
 * Ranges of a table's key, to change its rows part by part: each part is found by an index, and
 * none is so large that its locks are held for long.
 *
 * @param key what is compared, as SQL
 * @param limits from where each range goes, as SQL, in order
 */
record KeyRange(String key, List<String> limits) {
  private static final List<String> NUMBERS = List.of("1", "10001", "20001");
  private static final List<String> PAGES = List.of("'(0,0)'", "'(1000,0)'", "'(2000,0)'");

  KeyRange {
    limits = List.copyOf(limits);
  }

  /** The ranges of a table; by its pages where it has no key that can be counted through. */
  static KeyRange of(Schema schema, Table table) {
    Optional<Column> first =
        schema.of(table.oid(), Constraint.class).stream()
            .filter(constraint -> constraint.type() == Kind.PRIMARY_KEY)
            .flatMap(constraint -> constraint.columns().stream().limit(1))
            .flatMap(number -> table.column(number).stream())
            .findFirst();
    Optional<List<String>> limits = first.flatMap(column -> limits(column.type()));
    if (limits.isPresent()) {
      return new KeyRange(Identifiers.quote(first.orElseThrow().name()), limits.get());
    }
    boolean guessed = first.isEmpty() && !table.complete();
    return guessed ? new KeyRange("id", NUMBERS) : new KeyRange("ctid", PAGES);
  }

  private static Optional<List<String>> limits(TypeRef type) {
    return switch (type.builtin()) {
      case "int2", "int4", "int8", "numeric" -> Optional.of(NUMBERS);
      case "uuid" -> Optional.of(List.of(uuid("0"), uuid("1"), uuid("2")));
      case "text", "varchar", "citext" -> Optional.of(List.of("''", "'b'", "'c'"));
      case "date", "timestamp", "timestamptz" ->
          Optional.of(List.of("'2020-01-01'", "'2020-02-01'", "'2020-03-01'"));
      default -> Optional.empty();
    };
  }

  private static String uuid(String first) {
    return "'" + first + "0000000-0000-0000-0000-000000000000'";
  }

  /**
   * The condition for one of the first two ranges.
   *
   * @param nth from 0
   * @param qualifier what the key's name needs in front of it, or empty
   */
  String condition(int nth, String qualifier) {
    String column = qualifier.isEmpty() ? key : Identifiers.quote(qualifier) + "." + key;
    return "%s >= %s AND %s < %s".formatted(column, limits.get(nth), column, limits.get(nth + 1));
  }
}
