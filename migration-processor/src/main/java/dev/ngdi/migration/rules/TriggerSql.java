package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the rules on triggers have in common. */
final class TriggerSql {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\b(INSERT|UPDATE|DELETE|MERGE|TRUNCATE|SELECT|PERFORM|EXECUTE|CALL|RAISE|COPY|LOCK)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOISE =
      Pattern.compile("'(?:[^']++|'')*+'|--[^\\n]*|/\\*.*?\\*/|\\bTG_OP\\b", Pattern.DOTALL);

  private TriggerSql() {}

  /**
   * Whether a trigger does nothing but fill columns of the row that is written: the one that keeps
   * an old and a new column in step while an application moves from one to the other.
   *
   * @param schema a schema in which its function is known
   */
  static boolean fillsOwnRow(Schema schema, Definition.Trigger trigger) {
    return trigger.timing().equals("BEFORE")
        && trigger.forEachRow()
        && trigger.events().stream().noneMatch(Set.of("DELETE", "TRUNCATE")::contains)
        && fillsOwnRow(schema.routines(trigger.function()));
  }

  private static boolean fillsOwnRow(List<Routine> functions) {
    return functions.size() == 1
        && functions.get(0).language().equals("plpgsql")
        && !STATEMENT.matcher(NOISE.matcher(functions.get(0).body()).replaceAll(" ")).find();
  }

  /** Whether the script limits how long a statement waits for its lock. */
  static boolean waitIsLimited(Occurrence<?> statement) {
    boolean limited = false;
    for (Statement earlier : statement.earlier()) {
      if (earlier instanceof Statement.SetParameter set && set.name().equals("lock_timeout")) {
        limited = !set.values().isEmpty() && !set.values().get(0).matches("0(ms|s|min)?");
      }
    }
    return limited;
  }

  /** The statement behind a limit of how long it waits. */
  static String limited(Statement statement) {
    return "SET LOCAL lock_timeout = '2s';\n" + Statements.ended(statement.source().sql());
  }

  /** The trigger of the same name that the migration makes in place of one that it drops. */
  static Optional<Statement.CreateObject> replacement(Occurrence<Statement.DropObject> drop) {
    Statement.DropObject statement = drop.statement();
    return drop.later().stream()
        .map(Change::statement)
        .filter(Statement.CreateObject.class::isInstance)
        .map(Statement.CreateObject.class::cast)
        .filter(create -> isSame(create, statement))
        .findFirst();
  }

  /** Whether a trigger is dropped, in the same migration, before it is made. */
  static boolean isReplacement(Occurrence<Statement.CreateObject> create) {
    return create.earlier().stream()
        .anyMatch(
            earlier ->
                earlier instanceof Statement.DropObject drop && isSame(create.statement(), drop));
  }

  private static boolean isSame(Statement.CreateObject create, Statement.DropObject drop) {
    return create.kind().equals("TRIGGER")
        && drop.kind().equals("TRIGGER")
        && drop.names().stream().anyMatch(create.name()::equals)
        && drop.on().equals(create.on());
  }
}
