package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.RowChange;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Warns of keys that a sequence does not know of and will give again. */
final class SequenceNotReset implements Rule {
  private static final Pattern RESETS = Pattern.compile("(?is).*\\b(setval\\s*\\(|restart\\b).*");
  private static final Pattern GIVEN_BY_SEQUENCE =
      Pattern.compile("(?is)\\s*(default\\s*|.*\\bnextval\\s*\\(.*)");
  private static final Pattern BELOW_ANY = Pattern.compile("\\s*(-\\s*\\d+|0)\\s*");

  @Override
  public String summary() {
    return "keys written by hand into a column that a sequence fills, without moving the sequence"
        + " on";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.ChangeRows.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    List<Change> up = subject.timeline().up();
    for (int i = 0; i < up.size(); i++) {
      Change change = up.get(i);
      boolean reset =
          up.subList(i + 1, up.size()).stream()
              .anyMatch(later -> RESETS.matcher(later.statement().source().sql()).matches());
      if (change.statement() instanceof Statement.ChangeRows statement && !reset) {
        RowChange.of(statement).stream()
            .filter(rows -> rows.command().equals("INSERT") && !rows.overridesUser())
            .flatMap(rows -> finding(change, rows).stream())
            .forEach(findings::add);
      }
    }
    return List.copyOf(onlyLast(findings));
  }

  /** Where many statements fill a table, one reset behind the last is enough. */
  private static List<Finding> onlyLast(List<Finding> findings) {
    List<Finding> last = new ArrayList<>();
    for (Finding finding : findings) {
      last.removeIf(earlier -> earlier.problem().equals(finding.problem()));
      last.add(finding);
    }
    return last;
  }

  private static Optional<Finding> finding(Change change, RowChange rows) {
    Schema schema = change.before();
    Optional<Table> table =
        schema
            .relation(rows.table())
            .found()
            .filter(Table.class::isInstance)
            .map(Table.class::cast)
            .filter(Relation::complete);
    return table.flatMap(
        known ->
            known.columns().stream()
                .filter(column -> isFilledBySequence(schema, known, column))
                .filter(column -> isWritten(known, column, rows))
                .findFirst()
                .map(column -> finding(change, rows, column)));
  }

  private static boolean isFilledBySequence(Schema schema, Table table, Column column) {
    return schema.dependents(new Ref(table.oid(), column.number())).stream()
        .flatMap(d -> schema.get(d.dependent().oid(), Sequence.class).stream())
        .anyMatch(sequence -> sequence.owner().oid() == table.oid());
  }

  private static boolean isWritten(Table table, Column column, RowChange rows) {
    List<String> columns =
        rows.assigned().isEmpty()
            ? table.columns().stream().map(Column::name).toList()
            : rows.assigned();
    int at = columns.indexOf(column.name());
    if (at < 0) {
      return false;
    }
    return rows.rows().isEmpty()
        ? rows.fromQuery()
        : rows.rows().stream().anyMatch(row -> at < row.size() && isWritten(row.get(at)));
  }

  private static boolean isWritten(String value) {
    return !GIVEN_BY_SEQUENCE.matcher(value.toLowerCase(Locale.ROOT)).matches()
        && !BELOW_ANY.matcher(value).matches();
  }

  private static Finding finding(Change change, RowChange rows, Column column) {
    String table = rows.table().sql();
    String name = Identifiers.quote(column.name());
    String problem =
        "the sequence of `%s.%s` does not know these keys: an `INSERT` that asks it for one gets one that is taken, and fails"
            .formatted(table, name);
    String reset =
        "SELECT setval(pg_get_serial_sequence('%s', '%s'), (SELECT max(%s) FROM %s));"
            .formatted(table.replace("'", "''"), column.name().replace("'", "''"), name, table);
    return Finding.at(
        Part.UP,
        change.statement(),
        problem,
        Statements.ended(change.statement().source().sql()) + "\n" + reset);
  }
}
