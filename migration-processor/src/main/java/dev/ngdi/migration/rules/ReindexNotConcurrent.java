package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses to build indexes anew while nobody can use their table. */
final class ReindexNotConcurrent implements Rule {
  private static final Pattern HEAD =
      Pattern.compile(
          "\\A(REINDEX\\s*(?:\\([^)]*\\))?\\s*(?:TABLE|INDEX|SCHEMA|DATABASE))\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String summary() {
    return "building indexes anew without `CONCURRENTLY` blocks every write and nearly every read";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.Maintenance.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.Maintenance.class).stream()
        .filter(reindex -> reindex.statement().command().equals("REINDEX"))
        .filter(reindex -> !reindex.statement().concurrently())
        .filter(reindex -> !reindex.statement().kind().equals("SYSTEM"))
        .flatMap(reindex -> finding(reindex).stream())
        .toList();
  }

  private static Optional<Finding> finding(Occurrence<Statement.Maintenance> reindex) {
    Statement.Maintenance statement = reindex.statement();
    Optional<String> what =
        statement.kind().equals("SCHEMA") || statement.kind().equals("DATABASE")
            ? Optional.of("every table of the " + statement.kind().toLowerCase(Locale.ROOT))
            : table(reindex);
    return what.map(
        table ->
            reindex.finding(
                "`REINDEX` blocks every write of %s, and nearly every read, until it is done"
                    .formatted(table),
                (reindex.isAlone() ? "" : "-- in a migration of its own:\n")
                    + Statements.ended(concurrently(statement))));
  }

  /** The table whose indexes are built anew, if it was there before the migration. */
  private static Optional<String> table(Occurrence<Statement.Maintenance> reindex) {
    Optional<CatalogObject> target =
        reindex.statement().target().flatMap(name -> reindex.before().inRelations(name).found());
    Optional<CatalogObject> table =
        target.flatMap(
            found ->
                found instanceof Index index
                    ? reindex.before().get(index.table())
                    : Optional.of(found));
    return table
        .filter(found -> reindex.subject().timeline().existed(found))
        .map(
            found ->
                reindex.statement().kind().equals("INDEX") && found.equals(target.orElse(found))
                    ? "its table"
                    : "`" + Rendering.name(reindex.before(), found.oid()) + "`");
  }

  private static String concurrently(Statement.Maintenance statement) {
    return HEAD.matcher(statement.source().sql()).replaceFirst("$1 CONCURRENTLY");
  }
}
