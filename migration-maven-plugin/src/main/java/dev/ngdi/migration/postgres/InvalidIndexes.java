package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.StatementSpan;
import dev.ngdi.migration.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invalid indexes on tables that a plan touches: left by a build that failed, and used by none. */
final class InvalidIndexes {
  private static final String INVALID =
      """
      SELECT c.relname, n.nspname, t.relname, con.oid IS NOT NULL,
        con.oid IS NULL AND c.relname ~ '_cc(new|old)[0-9]*$'
      FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid AND c.relkind = 'i'
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
        LEFT JOIN pg_catalog.pg_constraint con ON con.conindid = c.oid AND con.contype IN ('p', 'u', 'x')
      WHERE NOT i.indisvalid AND i.indrelid = ANY (?)
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_stat_progress_create_index p
          WHERE p.datname = current_database()
            AND (p.index_relid = c.oid OR coalesce(p.relid, i.indrelid) = i.indrelid))
      ORDER BY t.relname, c.relname""";

  private InvalidIndexes() {}

  static List<String> remarks(Plan plan, List<TouchedRelation> touched, Session session)
      throws SQLException {
    Set<String> planned =
        plan.steps().stream()
            .flatMap(step -> Stream.concat(summaries(step), cleanUp(step)))
            .collect(Collectors.toSet());
    return session
        .list(INVALID, row -> remark(row, planned, session), TouchedRelation.oids(touched, session))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Stream<String> summaries(Step step) {
    return step.script().stream()
        .flatMap(sql -> sql.statements().stream())
        .map(StatementSpan::summary);
  }

  private static Stream<String> cleanUp(Step step) {
    return step.resumption().stream()
        .flatMap(resumption -> resumption.cleanUp().stream())
        .map(sql -> sql.replace(" CONCURRENTLY", ""));
  }

  /** Nothing for one that the plan itself sees to. */
  private static Optional<String> remark(ResultSet row, Set<String> planned, Session session)
      throws SQLException {
    QualifiedName name = new QualifiedName(Optional.of(row.getString(2)), row.getString(1));
    for (String written : List.of(name.sql(), QualifiedName.of(name.name()).sql())) {
      if (planned.contains("DROP INDEX " + written) || planned.contains("REINDEX " + written)) {
        return Optional.empty();
      }
    }
    String index = session.name(row.getString(2), row.getString(1));
    String drop = "`DROP INDEX CONCURRENTLY " + index + "`";
    String rebuild = "`REINDEX INDEX CONCURRENTLY " + index + "`";
    boolean ofConstraint = row.getBoolean(4);
    boolean leftOver = row.getBoolean(5);
    return Optional.of(
        "the index `"
            + index
            + "` of `"
            + session.name(row.getString(2), row.getString(3))
            + "` is invalid, so no query uses it: "
            + (leftOver ? "drop it with " + drop : "build it anew with " + rebuild)
            + (leftOver || ofConstraint ? "" : ", or drop it with " + drop));
  }
}
