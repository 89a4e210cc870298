package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a column comes to a table that has rows without stopping anybody: what stands in place of an
 * {@code ADD COLUMN}, and the migrations that follow. Whatever the rules find in the statement, it
 * is answered as a whole.
 */
final class AddColumnPlan {
  private static final int FOREIGN_KEYS_NOT_VALID_ON_PARTITIONED = 18;

  private final Subject subject;
  private final Alteration<TableAction.AddColumn> added;
  private final TableElement.Column definition;
  private final Schema after;
  private final String table;
  private final String column;
  private final Optional<UserType.Domain> domain;
  private final boolean sequence;
  private final boolean computed;
  private final boolean volatileDefault;
  private final boolean required;
  private final Sequel sequel;

  private AddColumnPlan(Subject subject, Alteration<TableAction.AddColumn> added) {
    this.subject = subject;
    this.added = added;
    this.definition = added.action().definition();
    this.after = added.change().after();
    this.table = added.tableSql();
    this.column = Identifiers.quote(definition.name());
    this.domain = ColumnSql.checkedDomain(after, typeRef());
    this.sequence = ColumnSql.isSerial(definition) || definition.identity().isPresent();
    this.computed = definition.generated().filter(TableElement.Generated::stored).isPresent();
    this.volatileDefault =
        domain.isEmpty() && ColumnSql.hasDefault(definition) && added.surely(RelationLock::rewrite);
    this.required =
        sequence
            || ColumnSql.has(definition, Kind.NOT_NULL)
            || ColumnSql.has(definition, Kind.PRIMARY_KEY)
            || domain.filter(UserType.Domain::notNull).isPresent();
    this.sequel = Sequel.of(subject);
  }

  /** The text to paste. */
  static String of(Subject subject, Alteration<TableAction.AddColumn> added) {
    AddColumnPlan plan = new AddColumnPlan(subject, added);
    plan.add();
    plan.fill();
    plan.validateChecks();
    if (plan.required && !plan.requiredAtOnce()) {
      NotNullPlan.of(subject, added.table(), plan.table, plan.definition.name())
          .follow(plan.sequel);
    }
    plan.keys();
    plan.reference();
    return plan.sequel.text();
  }

  private TypeRef typeRef() {
    return ColumnSql.typeOf(after, added.table().oid(), definition.name());
  }

  /** A value that is the same for every row is not written into any. */
  private boolean requiredAtOnce() {
    return required
        && !sequence
        && !computed
        && !volatileDefault
        && ColumnSql.hasDefault(definition);
  }

  // ---- in place of the statement

  private void add() {
    added.with(Optional.of(columnAction())).ifPresent(sequel::here);
    if (sequence) {
      addSequence();
    }
    if (volatileDefault) {
      String value = definition.defaultValue().map(Fragment::sql).orElseThrow();
      sequel.here("ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s".formatted(table, column, value));
    }
    if (computed) {
      addTrigger();
    }
    checks().forEach(check -> sequel.here(check.add()));
  }

  private String columnAction() {
    boolean constant = !volatileDefault && !sequence && !computed;
    String type =
        domain
            .map(d -> Rendering.type(after, base(d)))
            .orElseGet(() -> ColumnSql.type(after, added.table().oid(), definition));
    return "ADD COLUMN "
        + (added.action().ifNotExists() ? "IF NOT EXISTS " : "")
        + column
        + " "
        + type
        + definition.collation().map(c -> " COLLATE " + c.sql()).orElse("")
        + (constant ? definition.defaultValue().map(v -> " DEFAULT " + v.sql()).orElse("") : "")
        + (requiredAtOnce() ? " NOT NULL" : "")
        + (inlineReference()
            ? constraint(Kind.FOREIGN_KEY).map(c -> " " + c.sql()).orElse("")
            : "");
  }

  private TypeRef base(UserType.Domain of) {
    Optional<UserType.Domain> below = after.get(of.base().oid(), UserType.Domain.class);
    return below.isPresent() ? base(below.get()) : of.base();
  }

  private void addSequence() {
    String name =
        after.all(Sequence.class).stream()
            .filter(s -> s.owner().oid() == added.table().oid() && isColumn(s.owner().column()))
            .map(Sequence::oid)
            .map(oid -> Rendering.name(after, oid))
            .findFirst()
            .orElse(Identifiers.quote(added.table().name() + "_" + definition.name() + "_seq"));
    String type = ColumnSql.type(after, added.table().oid(), definition);
    sequel.here("CREATE SEQUENCE %s AS %s OWNED BY %s.%s".formatted(name, type, table, column));
    sequel.here(
        "ALTER TABLE %s ALTER COLUMN %s SET DEFAULT nextval('%s')"
            .formatted(table, column, name.replace("'", "''")));
  }

  private boolean isColumn(int number) {
    return number != 0
        && after
            .get(added.table().oid(), Table.class)
            .flatMap(t -> t.column(definition.name()))
            .map(Column::number)
            .filter(n -> n == number)
            .isPresent();
  }

  private void addTrigger() {
    String name = Identifiers.quote(added.table().name() + "_" + definition.name() + "_fill");
    String value =
        expression()
            .map(e -> ColumnSql.ofNewRow(after, e))
            .orElseGet(() -> definition.generated().orElseThrow().expression().sql());
    sequel.here(
        """
        CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.%s := %s;
          RETURN NEW;
        END
        $$\
        """
            .formatted(name, column, value));
    sequel.here(
        "CREATE TRIGGER %s BEFORE INSERT OR UPDATE%s ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(name, ofSources(), table, name));
  }

  /** {@code OF} the columns that the value is computed from, where they are known. */
  private String ofSources() {
    Optional<Table> made = after.get(added.table().oid(), Table.class);
    String sources =
        expression().stream()
            .flatMap(e -> e.names().stream())
            .filter(name -> name.form() == Bound.Form.COLUMN)
            .flatMap(name -> made.flatMap(t -> t.column(name.target().column())).stream())
            .map(c -> Identifiers.quote(c.name()))
            .distinct()
            .collect(Collectors.joining(", "));
    return sources.isEmpty() ? "" : " OF " + sources;
  }

  private Optional<Bound> expression() {
    return after
        .get(added.table().oid(), Table.class)
        .flatMap(t -> t.column(definition.name()))
        .flatMap(after::defaultOf)
        .map(d -> d.expression());
  }

  // ---- what follows

  private void fill() {
    String value = "DEFAULT";
    if (computed) {
      value = definition.generated().orElseThrow().expression().sql();
    } else if (!sequence && !volatileDefault) {
      if (!required || ColumnSql.hasDefault(definition)) {
        return;
      }
      value = ColumnSql.example(domain.map(this::base).orElseGet(this::typeRef));
    }
    String range = KeyRange.of(added.change().before(), added.table()).condition(0, "");
    sequel.thenData(
        "fill " + added.table().name() + " " + definition.name() + " field",
        "Rows from before the column get a value in %s; each range of the key in a migration like this."
            .formatted(column),
        "UPDATE %s SET %s = %s WHERE %s IS NULL AND %s"
            .formatted(table, column, value, column, range),
        "UPDATE %s SET %s = NULL WHERE %s".formatted(table, column, range));
  }

  /** A check of the table, in place of one of the column or of its domain. */
  private record Check(String table, String name, String definition) {
    String add() {
      return "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID".formatted(table, name, definition);
    }

    String validate() {
      return "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(table, name);
    }

    String undo() {
      return "ALTER TABLE %s DROP CONSTRAINT %s;\n%s;".formatted(table, name, add());
    }
  }

  private List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    List<String> names = added(Kind.CHECK);
    for (ConstraintDefinition constraint : definition.constraints()) {
      if (constraint.kind() == Kind.CHECK && !constraint.state().notEnforced()) {
        String name =
            constraint
                .name()
                .or(() -> names.stream().skip(checks.size()).findFirst())
                .orElse(usual("check" + (checks.isEmpty() ? "" : checks.size())));
        checks.add(new Check(table, Identifiers.quote(name), constraint.sql()));
      }
    }
    domain.ifPresent(d -> domainChecks(d, checks));
    return List.copyOf(checks);
  }

  private void domainChecks(UserType.Domain of, List<Check> checks) {
    for (Constraint constraint : after.of(of.oid(), Constraint.class)) {
      if (constraint.type() == Kind.CHECK && constraint.expression().isPresent()) {
        String asked = ofColumn(Rendering.sql(after, constraint.expression().get()).strip());
        String name = usual("check" + (checks.isEmpty() ? "" : checks.size()));
        checks.add(new Check(table, Identifiers.quote(name), "CHECK (" + asked + ")"));
      }
    }
    after.get(of.base().oid(), UserType.Domain.class).ifPresent(d -> domainChecks(d, checks));
  }

  /** What a domain asks of {@code VALUE}, asked of the column; strings stay as they are. */
  private String ofColumn(String asked) {
    StringBuilder sql = new StringBuilder();
    String[] parts = asked.split("'", -1);
    for (int i = 0; i < parts.length; i++) {
      sql.append(i == 0 ? "" : "'")
          .append(i % 2 == 0 ? parts[i].replaceAll("(?i)\\bvalue\\b", column) : parts[i]);
    }
    return sql.toString();
  }

  private void validateChecks() {
    for (Check check : checks()) {
      sequel.then(
          "The check %s holds for existing rows of %s too.".formatted(check.name(), table),
          check.validate(),
          check.undo());
    }
  }

  private void keys() {
    for (ConstraintDefinition key : definition.constraints()) {
      boolean primary = key.kind() == Kind.PRIMARY_KEY;
      if (!primary && key.kind() != Kind.UNIQUE) {
        continue;
      }
      String name = Identifiers.quote(name(key, primary ? "" : definition.name(), "key", "pkey"));
      String index = " %s ON %s (%s)".formatted(name, table, column);
      String distinct = key.index().nullsNotDistinct() ? " NULLS NOT DISTINCT" : "";
      sequel.then(
          "The index of the coming key %s is built while %s is in use.".formatted(name, table),
          "DROP INDEX CONCURRENTLY IF EXISTS %s;\nCREATE UNIQUE INDEX CONCURRENTLY%s%s;"
              .formatted(qualified(name), index, distinct),
          "DROP INDEX CONCURRENTLY " + qualified(name));
      sequel.then(
          "Each row of %s has another value in %s.".formatted(table, column),
          "ALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s"
              .formatted(table, name, primary ? "PRIMARY KEY" : "UNIQUE", name),
          "ALTER TABLE %s DROP CONSTRAINT %s;\nCREATE UNIQUE INDEX%s%s;"
              .formatted(table, name, index, distinct));
    }
  }

  private String qualified(String name) {
    return added.alter().table().schema().map(s -> Identifiers.quote(s) + ".").orElse("") + name;
  }

  private void reference() {
    Optional<ConstraintDefinition> key = constraint(Kind.FOREIGN_KEY);
    if (key.isEmpty() || inlineReference()) {
      return;
    }
    String name = Identifiers.quote(name(key.get(), definition.name(), "fkey", ""));
    String add =
        "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) %s NOT VALID"
            .formatted(table, name, column, key.get().sql());
    String drop = "ALTER TABLE %s DROP CONSTRAINT %s".formatted(table, name);
    String index = Identifiers.quote(usual("idx"));
    sequel.then(
        "Rows of %s are found by %s.".formatted(table, column),
        "CREATE INDEX CONCURRENTLY %s ON %s (%s)".formatted(index, table, column),
        "DROP INDEX CONCURRENTLY " + qualified(index));
    sequel.then("New rows of %s refer to what is there.".formatted(table), add, drop);
    sequel.then(
        "Existing rows of %s refer to what is there.".formatted(table),
        "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(table, name),
        drop + ";\n" + add + ";");
  }

  /** Older servers know no {@code NOT VALID} for a foreign key of a partitioned table. */
  private boolean inlineReference() {
    return added.table().partitionBy().isPresent()
        && subject.policy().postgres() < FOREIGN_KEYS_NOT_VALID_ON_PARTITIONED;
  }

  // ---- names

  private Optional<ConstraintDefinition> constraint(Kind kind) {
    return definition.constraints().stream()
        .filter(c -> c.kind() == kind && !c.state().notEnforced())
        .findFirst();
  }

  /** The name given, or the one that PostgreSQL chooses. */
  private String name(ConstraintDefinition key, String of, String suffix, String without) {
    return key.name()
        .or(() -> added(key.kind()).stream().findFirst())
        .orElseGet(() -> added.table().name() + "_" + (of.isEmpty() ? without : of + "_" + suffix));
  }

  private String usual(String suffix) {
    return added.table().name() + "_" + definition.name() + "_" + suffix;
  }

  /** The names of the constraints of a kind that the statement makes. */
  private List<String> added(Kind kind) {
    Schema before = added.change().before();
    return after.of(added.table().oid(), Constraint.class).stream()
        .filter(c -> c.type() == kind && before.get(c.oid()).isEmpty())
        .filter(c -> c.columns().stream().anyMatch(this::isColumn))
        .map(CatalogObject::name)
        .toList();
  }
}
