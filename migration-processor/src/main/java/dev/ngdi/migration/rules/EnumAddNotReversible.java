package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Warns of a new enum value that the way back leaves in its type. */
final class EnumAddNotReversible implements Rule {
  @Override
  public String summary() {
    return "a value added to an enum and not taken back: PostgreSQL has no `DROP VALUE`";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.AlterObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    Script down = subject.down().orElse(Script.EMPTY);
    if (subject.irreversible().isPresent() || down.isEmpty() || !down.problems().isEmpty()) {
      return List.of();
    }
    return Occurrence.in(subject, Statement.AlterObject.class).stream()
        .flatMap(
            alter ->
                alter.statement().actions().stream()
                    .filter(ObjectAction.AddValue.class::isInstance)
                    .map(ObjectAction.AddValue.class::cast)
                    .filter(add -> stays(subject, alter, add.value()))
                    .map(add -> finding(subject, alter, add.value())))
        .toList();
  }

  private static boolean stays(
      Subject subject, Occurrence<Statement.AlterObject> alter, String value) {
    QualifiedName type = alter.statement().name();
    Schema back = subject.timeline().back();
    Optional<UserType> before = alter.before().type(type).found();
    if (before.isEmpty()) {
      return subject.timeline().down().stream()
          .map(Change::statement)
          .noneMatch(statement -> isAbout(statement, type));
    }
    return !values(before).contains(value)
        && back.type(type).sure()
        && values(back.type(type).found()).contains(value)
        && before.get().oid() < subject.timeline().start().nextOid();
  }

  private static List<String> values(Optional<UserType> type) {
    return type.filter(UserType.Enumeration.class::isInstance)
        .map(e -> ((UserType.Enumeration) e).values())
        .orElse(List.of());
  }

  private static boolean isAbout(Statement statement, QualifiedName type) {
    return statement instanceof Statement.DoBlock
        || ((statement instanceof Statement.CreateObject
                || statement instanceof Statement.DropObject)
            && statement.target().filter(target -> Statements.sameName(target, type)).isPresent());
  }

  private static Finding finding(
      Subject subject, Occurrence<Statement.AlterObject> alter, String value) {
    QualifiedName type = alter.statement().name();
    Optional<String> down = down(subject, alter);
    return alter.finding(
        "`%s` keeps the value `'%s'` when the migration is taken back: PostgreSQL has no `DROP VALUE`"
            .formatted(type.sql(), value),
        down.map(sql -> JavaText.attribute("down", sql) + "\nor ").orElse("")
            + "@Irreversible(because = \"a value that no row has does no harm\")");
  }

  /** The type made anew without the value, and the columns that are of it. */
  private static Optional<String> down(Subject subject, Occurrence<Statement.AlterObject> alter) {
    Schema before = alter.before();
    QualifiedName name = alter.statement().name();
    Optional<UserType> type = before.type(name).found();
    if (values(type).isEmpty()) {
      return Optional.empty();
    }
    int oid = type.orElseThrow().oid();
    QualifiedName old = new QualifiedName(name.schema(), name.name() + "_old");
    List<String> sql = new ArrayList<>();
    sql.add("ALTER TYPE %s RENAME TO %s;".formatted(name.sql(), Identifiers.quote(old.name())));
    sql.add(
        "CREATE TYPE %s AS ENUM (%s);"
            .formatted(
                name.sql(),
                values(type).stream()
                    .map(v -> "'" + v.replace("'", "''") + "'")
                    .collect(Collectors.joining(", "))));
    Schema end = subject.timeline().end();
    end.all(Table.class).stream()
        .sorted(Comparator.comparing(Table::name))
        .forEach(
            table ->
                table.columns().stream()
                    .filter(column -> column.type().oid() == oid)
                    .forEach(column -> sql.add(change(end, table, column, name.sql()))));
    sql.add("DROP TYPE %s;".formatted(old.sql()));
    return Optional.of(String.join("\n", sql));
  }

  private static String change(Schema schema, Table table, Column column, String type) {
    String name = Identifiers.quote(column.name());
    String array = "[]".repeat(column.type().dimensions());
    Optional<String> value =
        schema.defaultOf(column).map(d -> Rendering.sql(schema, d.expression()));
    String alter = "ALTER TABLE " + Rendering.name(schema, table.oid());
    return alter
        + value.map(v -> "\n    ALTER COLUMN " + name + " DROP DEFAULT,").orElse("")
        + "\n    ALTER COLUMN %s TYPE %s USING %s::text%s::%s"
            .formatted(name, type + array, name, array, type + array)
        + value.map(v -> ",\n    ALTER COLUMN " + name + " SET DEFAULT " + v).orElse("")
        + ";";
  }
}
