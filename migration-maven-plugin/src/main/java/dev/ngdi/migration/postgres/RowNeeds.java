package dev.ngdi.migration.postgres;

import dev.ngdi.migration.postgres.Need.Kind;
import dev.ngdi.migration.postgres.Need.Right;
import dev.ngdi.migration.sql.Copy;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.RowChange;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What statements that read and change rows need. */
final class RowNeeds {
  private static final Pattern ONE_CALL =
      Pattern.compile("\\s*select\\s+[\\w.$\"]+\\s*\\([^()]*\\)\\s*", Pattern.CASE_INSENSITIVE);

  private final StatementNeeds needs;

  RowNeeds(StatementNeeds needs) {
    this.needs = needs;
  }

  void change(Statement.ChangeRows change) {
    if (change.command().equals("TRUNCATE")) {
      change.tables().forEach(table -> needs.need(table, Right.TRUNCATE));
      return;
    }
    if (change.command().equals("COPY")) {
      copy(change);
      return;
    }
    for (RowChange row : RowChange.of(change)) {
      List.of(Right.INSERT, Right.UPDATE, Right.DELETE, Right.SELECT).stream()
          .filter(right -> row.actions().contains(right.name()))
          .forEach(right -> needs.need(row.table(), right));
      if (row.command().equals("MERGE")
          ? namesColumns(change.names(), row.qualifier())
          : !row.command().equals("INSERT") && !row.joined() && readsColumns(row)) {
        needs.need(row.table(), Right.SELECT);
      }
    }
    needs.read(change.names());
  }

  /** Whether a column of the table is named as such; what is set never is. */
  private static boolean namesColumns(Fragment merge, String qualifier) {
    return merge.scopes().stream()
        .filter(scope -> scope.sources().stream().anyMatch(RowNeeds::isWritten))
        .flatMap(scope -> scope.columns().stream())
        .anyMatch(c -> c.path().size() == 2 && c.path().get(0).equals(qualifier));
  }

  private static boolean isWritten(Fragment.Source source) {
    return source instanceof Fragment.RelationSource relation && relation.written();
  }

  /** Whether the condition asks for a column, which can be of no other relation. */
  private static boolean readsColumns(RowChange row) {
    return row.condition()
        .map(Fragment::ofExpression)
        .flatMap(condition -> condition.scopes().stream().findFirst())
        .filter(scope -> scope.columns().stream().anyMatch(Fragment.ColumnUse::certain))
        .isPresent();
  }

  void query(Statement.Query query) {
    Fragment names = query.names();
    needs.read(names);
    called(names);
    needs.open(StatementNeeds.mayDoAnything(names));
  }

  /** A query that is nothing but one call, which no planner can leave out. */
  private void called(Fragment query) {
    if (!ONE_CALL.matcher(query.sql()).matches()
        || query.functions().size() != 1
        // A strict function is not called with it.
        || query.sql().toLowerCase(Locale.ROOT).contains("null")) {
      return;
    }
    QualifiedName function = query.functions().get(0).name();
    needs.need(Kind.ROUTINE, function, Right.EXECUTE);
    if (query.literals().size() == 1) {
      QualifiedName sequence = query.literals().get(0).name();
      switch (function.name()) {
        case "nextval" -> needs.need(sequence, Right.USAGE);
        case "setval" -> needs.need(sequence, Right.UPDATE);
        default -> {}
      }
    }
  }

  void copy(Statement statement) {
    Copy copy = Copy.of(statement).orElseThrow();
    switch (copy.end()) {
      case SERVER_FILE -> rights(copy.from() ? "pg_read_server_files" : "pg_write_server_files");
      case SERVER_PROGRAM -> rights("pg_execute_server_program");
      case CLIENT -> {}
    }
    copy.table().ifPresent(table -> needs.need(table, copy.from() ? Right.INSERT : Right.SELECT));
    needs.open(copy.table().isEmpty());
  }

  private void rights(String role) {
    needs.need(Kind.ROLE, QualifiedName.of(role), Right.RIGHTS);
  }
}
