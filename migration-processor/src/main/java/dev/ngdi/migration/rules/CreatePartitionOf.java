package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of a partition that is made in its place instead of being attached. */
final class CreatePartitionOf implements Rule {
  @Override
  public String summary() {
    return "making a table as a partition blocks every read and write of the whole while it waits"
        + " for its turn";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateTable.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.CreateTable.class).stream()
        .flatMap(create -> finding(create).stream())
        .toList();
  }

  private static Optional<Finding> finding(Occurrence<Statement.CreateTable> create) {
    Statement.CreateTable statement = create.statement();
    return statement
        .clauses()
        .partitionOf()
        .flatMap(
            name ->
                create
                    .existingTable(name)
                    .map(
                        parent ->
                            create.finding(
                                "`PARTITION OF` blocks every read and write of `%s`, all partitions"
                                        .formatted(name.sql())
                                    + " included, while it waits for its turn",
                                instead(create, name, parent))));
  }

  private static String instead(
      Occurrence<Statement.CreateTable> create, QualifiedName name, Table parent) {
    Statement.CreateTable statement = create.statement();
    if (!statement.elements().isEmpty() || statement.clauses().partitionBy().isPresent()) {
      return "";
    }
    String table = statement.table().sql();
    String bound = statement.clauses().bound();
    String statements =
        ("CREATE TABLE %s (LIKE %s INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE);\n"
                + "ALTER TABLE %s ATTACH PARTITION %s %s;")
            .formatted(table, name.sql(), name.sql(), table, bound);
    Optional<Table> other = PartitionSql.defaultOf(create.before(), parent);
    Optional<String> outside = other.flatMap(o -> PartitionSql.outside(parent, bound));
    if (outside.isEmpty()) {
      return statements;
    }
    Sequel sequel = Sequel.of(create.subject());
    LaterCheck.add(
        sequel,
        Rendering.name(create.before(), other.get().oid()),
        PartitionSql.checkName(other.get().name()),
        outside.get());
    return sequel
        .then("<what the partition is for, as a sentence>.", statements, "DROP TABLE " + table)
        .text();
  }
}
