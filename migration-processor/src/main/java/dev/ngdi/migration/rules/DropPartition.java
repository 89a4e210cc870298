package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of a drop of a partition that is still attached. */
final class DropPartition implements Rule {
  @Override
  public String summary() {
    return "dropping an attached partition blocks every read and write of the whole while it waits"
        + " for its turn";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.DropObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.DropObject.class).stream()
        .filter(drop -> drop.statement().kind().equals("TABLE"))
        .flatMap(
            drop -> drop.statement().names().stream().flatMap(name -> finding(drop, name).stream()))
        .toList();
  }

  private static Optional<Finding> finding(
      Occurrence<Statement.DropObject> drop, QualifiedName name) {
    Schema before = drop.before();
    return drop.existingTable(name)
        .filter(Table::isPartition)
        .flatMap(partition -> before.get(partition.parents().get(0), Table.class))
        .filter(parent -> drop.change().after().get(parent.oid()).isPresent())
        .filter(parent -> PartitionSql.defaultOf(before, parent).isEmpty())
        .map(
            parent ->
                drop.finding(
                    "`DROP TABLE %s` blocks every read and write of `%s` too while it waits for its"
                            .formatted(name.sql(), Rendering.name(before, parent.oid()))
                        + " turn",
                    instead(drop, parent, name)));
  }

  private static String instead(
      Occurrence<Statement.DropObject> drop, Table parent, QualifiedName name) {
    Schema before = drop.before();
    Table partition = drop.existingTable(name).orElseThrow();
    String whole = Rendering.name(before, parent.oid());
    return Sequel.of(drop.subject())
        .then(
            "<why the rows are not needed any more, as a sentence>.",
            "ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY".formatted(whole, name.sql()),
            "ALTER TABLE %s ATTACH PARTITION %s %s"
                .formatted(whole, name.sql(), partition.bound().orElse("")))
        .text();
  }
}
