package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables as SQL, without what is attached to them later. */
final class TableDdl {
  private TableDdl() {}

  /**
   * The statement that makes a table.
   *
   * @param defaults which of its columns' defaults stand in it
   * @param constraints the constraints that do
   */
  static String create(
      Schema schema, Table table, Predicate<ColumnDefault> defaults, List<Constraint> constraints) {
    List<String> elements = new ArrayList<>();
    for (Column column : table.columns()) {
      if (isOwn(table, column)) {
        boolean withDefault = schema.defaultOf(column).filter(defaults).isPresent();
        elements.add(
            column(schema, table, column, withDefault, hasIdentityOfItsOwn(schema, table, column)));
      }
    }
    constraints.forEach(c -> elements.add(ConstraintDdl.element(schema, c)));
    String persistence =
        table.persistence() == Table.Persistence.PERMANENT ? "" : table.persistence().name() + " ";
    return "CREATE "
        + persistence
        + table.kind()
        + " "
        + Written.name(schema, table.oid())
        + body(schema, table, elements)
        + inherits(schema, table)
        + partitionBy(schema, table)
        + clauses(table);
  }

  private static String column(
      Schema schema, Table table, Column column, boolean withDefault, boolean withIdentity) {
    String sql = ColumnDdl.definition(schema, table, column, withDefault, withIdentity);
    return table.ofType() == 0
        ? sql
        : sql.replaceFirst(
            Pattern.quote(" " + Written.type(schema, column.type(), column.collation())),
            " WITH OPTIONS");
  }

  /** Identities of a partition are those of its parent. */
  static boolean hasIdentityOfItsOwn(Schema schema, Table table, Column column) {
    return !table.isPartition()
        || schema.postgres() < 17
        || table.parents().stream()
            .flatMap(oid -> schema.get(oid, Table.class).stream())
            .flatMap(parent -> parent.column(column.name()).stream())
            .allMatch(inherited -> inherited.identity() == Column.Identity.NONE);
  }

  /** Whether the table itself has to say the column; a partition says all, and is attached. */
  private static boolean isOwn(Table table, Column column) {
    return table.isPartition() || column.local() || table.parents().isEmpty();
  }

  private static String body(Schema schema, Table table, List<String> elements) {
    if (table.ofType() != 0) {
      List<String> said =
          elements.stream().filter(element -> !element.endsWith(" WITH OPTIONS")).toList();
      return " OF " + Written.name(schema, table.ofType()) + (said.isEmpty() ? "" : list(said));
    }
    return elements.isEmpty() ? " ()" : list(elements);
  }

  private static String list(List<String> elements) {
    return elements.stream().collect(Collectors.joining(", ", " (", ")"));
  }

  private static String inherits(Schema schema, Table table) {
    return table.parents().isEmpty() || table.isPartition()
        ? ""
        : table.parents().stream()
            .map(parent -> Written.name(schema, parent))
            .collect(Collectors.joining(", ", " INHERITS (", ")"));
  }

  private static String partitionBy(Schema schema, Table table) {
    return table
        .partitionBy()
        .map(
            by ->
                " PARTITION BY "
                    + by.strategy()
                    + " ("
                    + IndexDdl.key(schema, table.oid(), by.key())
                    + ")")
        .orElse("");
  }

  private static String clauses(Table table) {
    Settings settings = table.settings();
    if (!table.server().isEmpty()) {
      String options =
          Written.below(settings, "option.").entrySet().stream()
              .map(o -> o.getKey() + " " + o.getValue())
              .collect(Collectors.joining(", "));
      return " SERVER "
          + Identifiers.quote(table.server())
          + (options.isEmpty() ? "" : " OPTIONS (" + options + ")");
    }
    return settings.get("access method").map(m -> " USING " + m).orElse("")
        + Written.with(settings)
        + settings.get("tablespace").map(t -> " TABLESPACE " + Identifiers.quote(t)).orElse("");
  }

  /** What {@code CREATE TABLE} has no place for and nothing else is needed for. */
  static List<String> settings(Schema schema, Table table) {
    List<String> statements = new ArrayList<>();
    table.columns().forEach(c -> statements.addAll(ColumnDdl.settings(schema, table.oid(), c)));
    String alter = ColumnDdl.alterRelation(schema, table.oid());
    table.settings().get("row security").ifPresent(on -> statements.add(alter + rowSecurity(on)));
    table
        .settings()
        .get("force row security")
        .ifPresent(on -> statements.add(alter + forceRowSecurity(on)));
    return statements;
  }

  static String rowSecurity(String on) {
    return (on.equals("off") ? " DISABLE" : " ENABLE") + " ROW LEVEL SECURITY";
  }

  static String forceRowSecurity(String on) {
    return (on.equals("off") ? " NO FORCE" : " FORCE") + " ROW LEVEL SECURITY";
  }

  /** What of its settings has to wait for its indexes. */
  static List<String> settingsOfIndexes(Schema schema, Table table) {
    List<String> statements = new ArrayList<>();
    String alter = ColumnDdl.alterRelation(schema, table.oid());
    table
        .settings()
        .get("replica identity")
        .ifPresent(i -> statements.add(alter + replicaIdentity(schema, i)));
    table
        .settings()
        .get("cluster on")
        .ifPresent(i -> statements.add(alter + " CLUSTER ON " + indexName(schema, i).orElse(i)));
    return statements;
  }

  static String replicaIdentity(Schema schema, String identity) {
    return " REPLICA IDENTITY "
        + indexName(schema, identity).map(name -> "USING INDEX " + name).orElse(identity);
  }

  static Optional<String> indexName(Schema schema, String number) {
    return number.matches("[0-9]+")
        ? schema.get(Integer.parseInt(number), Index.class).map(Written::own)
        : Optional.empty();
  }

  static String attach(Schema schema, Table partition) {
    return "ALTER TABLE "
        + Written.name(schema, partition.parents().get(0))
        + " ATTACH PARTITION "
        + Written.name(schema, partition.oid())
        + " "
        + partition.bound().orElse("DEFAULT");
  }
}
