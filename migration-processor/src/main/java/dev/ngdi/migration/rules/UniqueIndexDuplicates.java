package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.IndexElement;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Warns of a unique index that rows which are there can make fail, with nothing to try again. */
final class UniqueIndexDuplicates implements Rule {
  @Override
  public String summary() {
    return "a unique index that two equal rows make fail, and that is left invalid then";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateIndex.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      if (change.statement() instanceof Statement.CreateIndex index
          && index.unique()
          && index.concurrently()
          && index.name().isPresent()
          && !index.ifNotExists()
          && !isGuarded(subject, index)) {
        subject
            .timeline()
            .existing(change, index.table())
            .filter(table -> !isUniqueAlready(subject, change, table, index))
            .map(table -> finding(index))
            .ifPresent(findings::add);
      }
    }
    return List.copyOf(findings);
  }

  private static boolean isGuarded(Subject subject, Statement.CreateIndex index) {
    return subject.timeline().up().stream()
        .map(Change::statement)
        .takeWhile(statement -> statement != index)
        .anyMatch(
            statement ->
                statement instanceof Statement.DropIndex drop
                    && drop.ifExists()
                    && drop.names().stream()
                        .anyMatch(name -> Statements.sameName(name, index.name().orElseThrow())));
  }

  /** Whether an index is or was there that makes some or all of its columns unique. */
  private static boolean isUniqueAlready(
      Subject subject, Change change, Relation relation, Statement.CreateIndex index) {
    if (!(relation instanceof Table table)) {
      return false;
    }
    Set<String> columns =
        index.elements().stream()
            .flatMap(element -> element.column().stream())
            .collect(Collectors.toSet());
    return hasUnique(subject.timeline().start(), table, columns)
        || hasUnique(change.before(), table, columns);
  }

  private static boolean hasUnique(Schema schema, Table table, Set<String> columns) {
    return schema.indexes(table.oid()).stream()
        .filter(index -> index.unique() && index.valid() && index.predicate().isEmpty())
        .anyMatch(index -> names(table, index).filter(columns::containsAll).isPresent());
  }

  private static Optional<Set<String>> names(Table table, Index index) {
    boolean plain = index.parts().stream().allMatch(part -> part.column() != 0);
    return plain
        ? Optional.of(
            index.parts().stream()
                .flatMap(part -> table.column(part.column()).stream())
                .map(Column::name)
                .collect(Collectors.toSet()))
        : Optional.empty();
  }

  private static Finding finding(Statement.CreateIndex index) {
    String name = index.name().map(QualifiedName::name).map(Identifiers::quote).orElseThrow();
    String table = index.table().sql();
    String schema = index.table().schema().map(s -> Identifiers.quote(s) + ".").orElse("");
    String keys =
        index.elements().stream().map(UniqueIndexDuplicates::key).collect(Collectors.joining(", "));
    String problem =
        "building `%s` fails if two rows of `%s` have the same `%s`, and leaves an invalid index that stops the next attempt"
            .formatted(name, table, keys);
    String instead =
        """
        -- are there such rows? SELECT %s, count(*) FROM %s GROUP BY %s HAVING count(*) > 1
        DROP INDEX CONCURRENTLY IF EXISTS %s%s;
        %s;\
        """
            .formatted(keys, table, keys, schema, name, index.source().sql());
    return Finding.at(Part.UP, index, problem, instead);
  }

  private static String key(IndexElement element) {
    return element
        .column()
        .map(Identifiers::quote)
        .or(() -> element.expression().map(expression -> "(" + expression.sql() + ")"))
        .orElse("…");
  }
}
