package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses to detach a partition in the way that locks the whole table. */
final class DetachPartition implements Rule {
  @Override
  public String summary() {
    return "detaching a partition without `CONCURRENTLY` blocks every read and write of the whole"
        + " while it waits";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.DetachPartition.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Alteration.in(subject, TableAction.DetachPartition.class).stream()
        .filter(detach -> !detach.action().concurrently())
        .filter(
            detach ->
                subject
                    .timeline()
                    .existing(detach.change(), detach.action().partition())
                    .isPresent())
        .filter(
            detach -> PartitionSql.defaultOf(detach.change().before(), detach.table()).isEmpty())
        .map(detach -> finding(subject, detach))
        .toList();
  }

  private static Finding finding(Subject subject, Alteration<TableAction.DetachPartition> detach) {
    String parent = detach.alter().table().sql();
    QualifiedName partition = detach.action().partition();
    String up =
        "ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY".formatted(parent, partition.sql());
    boolean alone =
        subject.timeline().up().stream()
            .allMatch(
                other -> other.equals(detach.change()) || Statements.isTimeout(other.statement()));
    String bound =
        detach
            .change()
            .before()
            .relation(partition)
            .found()
            .filter(Table.class::isInstance)
            .flatMap(table -> ((Table) table).bound())
            .orElse("FOR VALUES …");
    return detach.finding(
        "`DETACH PARTITION` blocks every read and write of `%s` and `%s` while it waits for its turn"
            .formatted(parent, partition.sql()),
        alone
            ? up
            : Sequel.of(subject)
                .then(
                    "<why the partition is not needed any more, as a sentence>.",
                    up,
                    "ALTER TABLE %s ATTACH PARTITION %s %s"
                        .formatted(parent, partition.sql(), bound))
                .text());
  }
}
