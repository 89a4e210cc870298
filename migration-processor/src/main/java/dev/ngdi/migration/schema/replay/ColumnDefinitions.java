package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.SequenceOptions;
import dev.ngdi.migration.sql.TableElement;
import dev.ngdi.migration.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns as a statement defines them. */
final class ColumnDefinitions {
  private static final Map<String, String> SERIALS =
      Map.of(
          "smallserial",
          "int2",
          "serial2",
          "int2",
          "serial",
          "int4",
          "serial4",
          "int4",
          "bigserial",
          "int8",
          "serial8",
          "int8");

  private ColumnDefinitions() {}

  /** The type that a serial column has, if it is one. */
  static Optional<String> serial(TypeName type) {
    return type.dimensions() == 0 && type.name().schema().isEmpty() && type.modifiers().isEmpty()
        ? Optional.ofNullable(SERIALS.get(type.name().name()))
        : Optional.empty();
  }

  /**
   * Puts a column with its type and flags behind the others, without its default, sequence and
   * constraints.
   *
   * @return its number
   */
  static int put(Work work, int table, TableElement.Column definition) {
    Optional<String> serial = definition.type().flatMap(ColumnDefinitions::serial);
    Types.Found found =
        serial
            .map(name -> new Types.Found(TypeRef.of(name), Optional.<Ref>empty()))
            .orElseGet(
                () ->
                    definition
                        .type()
                        .map(type -> new Types(work).find(type))
                        .orElse(new Types.Found(TypeRef.UNKNOWN, Optional.empty())));
    if (BuiltinTypes.PSEUDO.contains(found.type().builtin())) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "column `%s` cannot have the type `%s`"
              .formatted(definition.name(), found.type().builtin()),
          "");
    }
    Table changed = work.table(table);
    int number = Finder.nextNumber(changed);
    List<Column> columns = new ArrayList<>(changed.columns());
    columns.add(
        new Column(
            number,
            definition.name(),
            found.type(),
            definition.collation().map(c -> c.sql()).orElse(""),
            false,
            0,
            identity(definition),
            generated(definition),
            0,
            true,
            settings(definition)));
    work.put(changed.withColumns(columns));
    found
        .needs()
        .ifPresent(need -> work.depend(new Ref(table, number), need, Dependency.Type.NORMAL));
    return number;
  }

  private static Column.Identity identity(TableElement.Column definition) {
    return definition
        .identity()
        .map(i -> i.always() ? Column.Identity.ALWAYS : Column.Identity.BY_DEFAULT)
        .orElse(Column.Identity.NONE);
  }

  static Column.Generated generated(TableElement.Column definition) {
    return definition
        .generated()
        .map(g -> g.stored() ? Column.Generated.STORED : Column.Generated.VIRTUAL)
        .orElse(Column.Generated.NONE);
  }

  private static Settings settings(TableElement.Column definition) {
    Settings settings = Settings.NONE;
    if (definition.storage().filter(s -> !s.equalsIgnoreCase("default")).isPresent()) {
      settings = settings.with("storage", definition.storage().get());
    }
    if (definition.compression().filter(c -> !c.equalsIgnoreCase("default")).isPresent()) {
      settings = settings.with("compression", definition.compression().get());
    }
    return definition.options().isEmpty()
        ? settings
        : settings.with("options", definition.options());
  }

  /** Whether a column can be one with the one that a table inherits; if not, that is said. */
  static boolean merges(Work work, Table table, Column inherited, TableElement.Column column) {
    Optional<TypeRef> type = column.type().map(t -> new Types(work).find(t).type());
    String collation = column.collation().map(QualifiedName::sql).orElse("");
    String wrong = "";
    if (type.filter(t -> t.known() && inherited.type().known()).isEmpty()) {
      return true;
    } else if (!type.get().equals(inherited.type())) {
      wrong = "42804";
    } else if (!inherited.withType(inherited.type(), collation).equals(inherited)) {
      wrong = "42P21";
    }
    String what = wrong.equals("42804") ? "type" : "collation";
    Optional<String> compression = inherited.settings().get("compression");
    boolean compressed =
        compression.isPresent()
            && column.compression().filter(c -> !c.equals(compression.get())).isPresent();
    if (wrong.isEmpty() && compressed) {
      wrong = "42804";
      what = "compression";
    }
    if (!wrong.isEmpty()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          wrong,
          "column `%s` of `%s` has another %s than in the table it inherits from"
              .formatted(column.name(), table.name(), what),
          "");
    }
    return wrong.isEmpty();
  }

  /** Says of two parts of a definition that they exclude each other. */
  static void checkConflicts(Work work, String table, TableElement.Column definition) {
    boolean serial = definition.type().flatMap(ColumnDefinitions::serial).isPresent();
    long values =
        Stream.of(
                serial,
                definition.defaultValue().isPresent(),
                definition.identity().isPresent(),
                definition.generated().isPresent())
            .filter(given -> given)
            .count();
    boolean always =
        serial
            || definition.identity().isPresent()
            || definition.constraints().stream().anyMatch(c -> c.kind() == Kind.NOT_NULL);
    boolean nulls = definition.takesNulls() && always;
    boolean inherited =
        serial
            || definition.identity().isPresent()
            || definition.constraints().stream().anyMatch(c -> c.kind() == Kind.PRIMARY_KEY);
    boolean ownOnly =
        definition.constraints().stream()
            .anyMatch(c -> c.kind() == Kind.NOT_NULL && c.state().noInherit());
    if (inherited && ownOnly) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42601",
          "`NOT NULL` of column `%s` of `%s` cannot be `NO INHERIT`"
              .formatted(definition.name(), table),
          "");
    } else if (values > 1 || nulls) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42601",
          nulls
              ? "column `%s` of `%s` is both `NULL` and `NOT NULL`"
                  .formatted(definition.name(), table)
              : "column `%s` of `%s` is filled in more than one way"
                  .formatted(definition.name(), table),
          "");
    }
  }

  /** Whether a type is for no identity column, which is said. */
  static boolean isNoNumber(Work work, TypeRef type) {
    boolean number =
        type.dimensions() == 0 && List.of("int2", "int4", "int8").contains(type.builtin());
    if (!number && type.known()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "22023",
          "an identity column is `smallint`, `integer` or `bigint`, not `%s`"
              .formatted(Rendering.type(work.schema(), type)),
          "");
    }
    return !number && type.known();
  }

  /** Gives a column its sequence, default or expression; the constraints come later. */
  static void fill(Work work, int table, int number, TableElement.Column definition) {
    if (definition.identity().isPresent()
        && isNoNumber(work, work.table(table).column(number).orElseThrow().type())) {
      return;
    }
    if (definition.type().flatMap(ColumnDefinitions::serial).isPresent()) {
      Sequence sequence = Sequences.ofColumn(work, table, number, false, SequenceOptions.NONE);
      Defaults.setNextval(work, table, number, sequence);
    } else if (definition.identity().isPresent()) {
      Sequences.ofColumn(work, table, number, true, definition.identity().get().options());
    }
    definition.defaultValue().ifPresent(v -> Defaults.set(work, table, number, v));
    definition
        .generated()
        .ifPresent(g -> Defaults.setGenerated(work, table, number, g.expression()));
  }

  /** Its {@code NOT NULL}, said or not; empty if it takes nulls. */
  static Optional<ConstraintDefinition> notNull(TableElement.Column definition) {
    Optional<ConstraintDefinition> said =
        definition.constraints().stream()
            .filter(constraint -> constraint.kind() == Kind.NOT_NULL)
            .findFirst();
    boolean always =
        definition.identity().isPresent()
            || definition.type().flatMap(ColumnDefinitions::serial).isPresent();
    if (said.isPresent() || !always) {
      return said.map(c -> on(c, definition.name()));
    }
    return Optional.of(notNull(definition.name()));
  }

  /** {@code NOT NULL} without a name. */
  static ConstraintDefinition notNull(String column) {
    return new ConstraintDefinition(
        Kind.NOT_NULL,
        Optional.empty(),
        "NOT NULL",
        List.of(column),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        ConstraintDefinition.IndexClauses.NONE,
        ConstraintDefinition.State.NONE);
  }

  /** Its other constraints, each naming the column. */
  static List<ConstraintDefinition> others(TableElement.Column definition) {
    return definition.constraints().stream()
        .filter(constraint -> constraint.kind() != Kind.NOT_NULL)
        .map(constraint -> on(constraint, definition.name()))
        .toList();
  }

  private static ConstraintDefinition on(ConstraintDefinition constraint, String column) {
    boolean names = constraint.kind() != Kind.CHECK && constraint.columns().isEmpty();
    return new ConstraintDefinition(
        constraint.kind(),
        constraint.name(),
        constraint.sql(),
        names ? List.of(column) : constraint.columns(),
        constraint.expression(),
        constraint.references(),
        constraint.elements(),
        constraint.usingIndex(),
        constraint.index(),
        constraint.state());
  }

  /** Says that a relation has a column of a name already. */
  static void taken(Work work, Relation relation, String name) {
    work.problem(
        Problem.Kind.NAME_TAKEN,
        "42701",
        "`%s` has a column `%s` already".formatted(relation.name(), name),
        "");
  }
}
