package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sequences as SQL. */
final class SequenceDdl {
  private static final List<String> OPTIONS =
      List.of("as", "increment", "minvalue", "maxvalue", "start", "cache", "cycle");

  private SequenceDdl() {}

  static String create(Schema schema, Sequence sequence) {
    String persistence =
        sequence.persistence() == Table.Persistence.PERMANENT
            ? ""
            : sequence.persistence().name() + " ";
    return "CREATE "
        + persistence
        + "SEQUENCE "
        + Written.name(schema, sequence.oid())
        + options(sequence.settings(), OPTIONS);
  }

  /** That it goes with its column. */
  static String own(Schema schema, Sequence sequence) {
    String owner =
        sequence.owner().oid() == 0
            ? "NONE"
            : Written.name(schema, sequence.owner().oid())
                + "."
                + Written.column(schema, sequence.owner().oid(), sequence.owner().column());
    return "ALTER SEQUENCE " + Written.name(schema, sequence.oid()) + " OWNED BY " + owner;
  }

  /** What an identity says of its sequence, in parentheses; empty for nothing. */
  static String ofIdentity(Schema schema, Sequence sequence, boolean named) {
    String name = named ? " SEQUENCE NAME " + Written.name(schema, sequence.oid()) : "";
    String said = name + options(sequence.settings(), OPTIONS.subList(1, OPTIONS.size()));
    return said.isEmpty() ? "" : " (" + said.strip() + ")";
  }

  /** What gives the sequence of an identity another type than its column has; empty for nothing. */
  static Optional<String> retype(Schema schema, Sequence sequence) {
    String own = sequence.settings().get("as").orElse("bigint");
    String ofColumn =
        schema
            .get(sequence.owner().oid(), Table.class)
            .flatMap(table -> table.column(sequence.owner().column()))
            .map(column -> Written.type(schema, column.type(), ""))
            .orElse(own);
    return own.equals(ofColumn)
        ? Optional.empty()
        : Optional.of(
            "ALTER SEQUENCE "
                + Written.name(schema, sequence.oid())
                + " AS "
                + own
                + options(sequence.settings(), List.of("minvalue", "maxvalue")));
  }

  /** The options that lead from one sequence to another; empty for none. */
  static String change(Settings from, Settings to) {
    return OPTIONS.stream()
        .filter(option -> !from.get(option).equals(to.get(option)))
        .map(option -> to.get(option).map(v -> option(option, v)).orElseGet(() -> usual(option)))
        .collect(Collectors.joining());
  }

  private static String options(Settings settings, List<String> options) {
    return options.stream()
        .flatMap(option -> settings.get(option).map(v -> option(option, v)).stream())
        .collect(Collectors.joining());
  }

  private static String option(String name, String value) {
    return switch (name) {
      case "as" -> " AS " + value;
      case "increment" -> " INCREMENT BY " + value;
      case "minvalue" -> value.isEmpty() ? " NO MINVALUE" : " MINVALUE " + value;
      case "maxvalue" -> value.isEmpty() ? " NO MAXVALUE" : " MAXVALUE " + value;
      case "start" -> " START WITH " + value;
      case "cache" -> " CACHE " + value;
      default -> value.equals("false") ? " NO CYCLE" : " CYCLE";
    };
  }

  private static String usual(String name) {
    return switch (name) {
      case "as" -> " AS bigint";
      case "increment" -> " INCREMENT BY 1";
      case "minvalue" -> " NO MINVALUE";
      case "maxvalue" -> " NO MAXVALUE";
      case "start" -> " START WITH 1";
      case "cache" -> " CACHE 1";
      default -> " NO CYCLE";
    };
  }
}
