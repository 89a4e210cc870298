package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of a materialized view that is filled anew while nobody can read it. */
final class RefreshMatview implements Rule {
  @Override
  public String summary() {
    return "refreshing a materialized view without `CONCURRENTLY` blocks every read of it until it"
        + " is filled";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.Maintenance.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.Maintenance.class).stream()
        .filter(refresh -> refresh.statement().command().equals("REFRESH MATERIALIZED VIEW"))
        .filter(refresh -> !refresh.statement().concurrently() && refresh.statement().withData())
        .flatMap(refresh -> finding(refresh).stream())
        .toList();
  }

  private static Optional<Finding> finding(Occurrence<Statement.Maintenance> refresh) {
    QualifiedName name = refresh.statement().targets().get(0);
    return refresh
        .existing(name)
        .filter(relation -> !(relation instanceof View view) || view.populated())
        .map(
            relation ->
                refresh.finding(
                    "`REFRESH MATERIALIZED VIEW` blocks every read of `%s` until it is filled"
                        .formatted(name.sql()),
                    instead(refresh, name, relation)));
  }

  private static String instead(
      Occurrence<Statement.Maintenance> refresh, QualifiedName name, Relation relation) {
    String concurrent = "REFRESH MATERIALIZED VIEW CONCURRENTLY " + name.sql();
    boolean unique =
        refresh.before().indexes(relation.oid()).stream().anyMatch(RefreshMatview::identifiesRows);
    if (unique || !relation.complete()) {
      return concurrent;
    }
    String columns =
        relation.columns().stream()
            .map(column -> Identifiers.quote(column.name()))
            .findFirst()
            .orElse("…");
    String index = Identifiers.quote(relation.name() + "_key");
    String schema = name.schema().map(s -> Identifiers.quote(s) + ".").orElse("");
    return Sequel.of(refresh.subject())
        .then(
            "<the columns that no two rows have alike, as a sentence>; without them"
                + " `CONCURRENTLY` is refused.",
            "DROP INDEX CONCURRENTLY IF EXISTS %s;\nCREATE UNIQUE INDEX CONCURRENTLY %s ON %s (%s)"
                .formatted(schema + index, index, name.sql(), columns),
            "DROP INDEX CONCURRENTLY " + schema + index)
        .thenData("<why the rows are old, as a sentence>.", concurrent, concurrent)
        .text();
  }

  /** Whether {@code CONCURRENTLY} can tell the rows apart by an index. */
  private static boolean identifiesRows(Index index) {
    return index.unique()
        && index.valid()
        && index.predicate().isEmpty()
        && index.parts().stream().allMatch(part -> part.column() != 0);
  }
}
